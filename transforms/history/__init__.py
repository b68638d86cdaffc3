"""What moved from run to run."""
