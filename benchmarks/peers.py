"""What the compiled engine is measured against: `python benchmarks/peers.py floor|itertuples ...`.

`floor` reads the orders with polars, every column as text, and writes as many bytes as the results
have: no program that reads and writes these files with polars can be quicker. `itertuples` is what
users write today, with a subset of the rules: in-network deductible and coinsurance by policy, the
out-of-pocket maximum, running balances by member; no families, no authorization, no text checks.
"""

from __future__ import annotations

import sys


def floor(orders: str, like: str, output: str) -> None:
    import os

    import polars as pl

    frame = pl.read_csv(orders, infer_schema=False)
    wanted = os.path.getsize(like)
    copies = [frame.select(pl.all().name.suffix(f"_{copy}")) for copy in range(3)]
    wide = pl.concat([frame, *copies], how="horizontal")
    names, size = [], 0
    for name in wide.columns:
        column = wide[name].str.len_bytes().sum() + len(frame)
        if size + column <= wanted * 1.01:
            names.append(name)
            size += column
    wide.select(names).write_csv(output)


def itertuples(orders: str, _: str, output: str) -> None:
    import pandas as pd

    frame = pd.read_csv(orders, dtype=str)
    frame["row"] = range(len(frame))
    frame = frame.sort_values(["service_date", "row"], kind="stable")
    met: dict[tuple[str, str], float] = {}
    spent: dict[tuple[str, str], float] = {}
    out = []
    for order in frame.itertuples():
        who = (order.policy, order.member_id)
        allowed = float(order.allowed)
        deductible = min(allowed, max(1500.0 - met.get(who, 0.0), 0.0))
        coinsurance = round((allowed - deductible) * 0.2, 2)
        share = min(deductible + coinsurance, max(6000.0 - spent.get(who, 0.0), 0.0))
        met[who] = met.get(who, 0.0) + deductible
        spent[who] = spent.get(who, 0.0) + share
        out.append((order.row, order.order_id, allowed, deductible, coinsurance, share))
    columns = ["row", "order_id", "allowed", "deductible", "coinsurance", "patient_pays"]
    pd.DataFrame(out, columns=columns).sort_values("row").to_csv(output, index=False)


if __name__ == "__main__":
    {"floor": floor, "itertuples": itertuples}[sys.argv[1]](*sys.argv[2:])
