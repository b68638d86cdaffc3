"""What a production has spent and ordered, from every sheet that says so. Pure."""
