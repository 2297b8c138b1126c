"""The commands around an estimate: explain, authorization, checklist, appeal."""
