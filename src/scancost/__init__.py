"""scancost: what a scan will cost the patient under a policy, why, and what must happen first."""

__version__ = "0.1.0"
