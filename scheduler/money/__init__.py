"""What sessions cost: dated rates, what is paid to whom and how, line by line."""
