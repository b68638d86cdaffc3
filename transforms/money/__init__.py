"""What days and hours cost: rates, pay, overtime, penalties."""
