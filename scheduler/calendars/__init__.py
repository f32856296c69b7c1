"""What calendars know: festivals, seasons, bank holidays, sunsets and the hours people work."""
