"""From files and rules to answers: one order, a range, a sequence, a whole file."""
