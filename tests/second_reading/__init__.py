"""A second reading of the contract, kept apart from the program: a test oracle."""
