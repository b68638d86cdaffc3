"""What one-liners, permits, policies and hires say of the days to come."""
