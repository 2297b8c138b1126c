"""Random phrases of SPEC 2.1 and 2.2, spelled in every way that does not matter."""

from random import Random

MONIES = ("0", "19.99", "25", "50", "75.50", "100", "150", "325", "750", "1,200", "0.01")
RATES = ("0", "5", "10", "12.5", "15", "20", "25", "30", "33.33", "40", "50", "80", "99.99", "100")
CAPS = ("50", "100", "250", "500", "1,000", "2,500.00")
WAIVED = ("deductible waived", "deductible does not apply")


def chance(rng: Random, percent: int) -> bool:
    return rng.randrange(100) < percent


def respelled(rng: Random, phrase: str) -> str:
    """The same phrase with other case, commas and spaces, which do not matter."""
    if chance(rng, 50):
        return phrase
    words = []
    for word in phrase.split(" "):
        bare = word.rstrip(",")
        tail = word[len(bare) :]
        if chance(rng, 30):
            tail = rng.choice(("", ",", " ,"))
        words.append(rng.choice((bare, bare, bare.upper(), bare.title())) + tail)
    said = words[0]
    for word in words[1:]:
        said += rng.choice((" ", " ", " ", "  ", "   ")) + word
    if chance(rng, 10):
        said = said.replace("%", " %", 1)
    return rng.choice(("", "", " ")) + said.rstrip(" ,") + rng.choice(("", "", "  "))


def copay_phrase(rng: Random, when: tuple[str, ...], bare_allowed: bool) -> str:
    per = rng.choice(("", " per service", " per day", " per visit"))
    said = f"${rng.choice(MONIES)} copay{per}"
    if bare_allowed and chance(rng, 40):
        return said
    timing = rng.choice(when)
    return f"{said}, {timing}" if timing in WAIVED else f"{said} {timing}"


def coinsurance_phrase(rng: Random, when: tuple[str, ...], bare_allowed: bool) -> str:
    cap = f" up to ${rng.choice(CAPS)} per service" if chance(rng, 30) else ""
    said = f"{rng.choice(RATES)}% coinsurance{cap}"
    if bare_allowed and chance(rng, 40):
        return said
    timing = rng.choice(when)
    return f"{said}, {timing}" if timing in WAIVED else f"{said} {timing}"


def covered_phrase(rng: Random, bare_allowed: bool) -> str:
    """A phrase that covers; `bare_allowed`: its tier has no deductible."""
    timed = ("before deductible", "after deductible")
    form = rng.randrange(10)
    if form == 0:
        return rng.choice(
            ("no charge", "no charge, deductible waived", "no charge after deductible")
        )
    if form <= 3:
        return copay_phrase(rng, WAIVED + timed, bare_allowed)
    if form <= 6:
        return coinsurance_phrase(rng, (*WAIVED, "after deductible"), bare_allowed)
    if form <= 8:
        first = copay_phrase(rng, WAIVED + timed, False)
        return f"{first}, then {coinsurance_phrase(rng, ('after deductible',), False)}"
    first = copay_phrase(rng, WAIVED, bare_allowed)
    return f"{first}, then {coinsurance_phrase(rng, WAIVED, bare_allowed)}"


def authorization_phrase(rng: Random, contracted: bool) -> str:
    cap = f" up to ${rng.choice(CAPS)}" if chance(rng, 50) else ""
    forms = [
        "not required",
        "denied",
        f"${rng.choice(MONIES)} penalty",
        f"{rng.choice(RATES)}% penalty on plan payment{cap}",
        f"{rng.choice(RATES)}% penalty on allowed amount{cap}",
        "not stated",
    ]
    if contracted:
        forms += ["provider write-off"] * 2
    return rng.choice(forms)


def quoted(rng: Random, text: str) -> str:
    if text != text.strip() or text.endswith(":") or chance(rng, 60):
        return rng.choice((f'"{text}"', f"'{text}'"))
    return text
