"""The manual of rules, issues and agreements, written by `python -m transforms.manual`."""
