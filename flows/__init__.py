"""The composition root: settings, the Prefect flow and the command line."""
