"""Who was called, ate and was wrapped when: daily times of people."""
