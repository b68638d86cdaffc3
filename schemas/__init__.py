"""What each kind of sheet means: headings, parsing, pandera schemas. Book -> Tables + Issues."""
