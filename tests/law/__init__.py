"""The law's tables and rules: limits, guidelines, clocks, appeals, denial codes, glossary."""
