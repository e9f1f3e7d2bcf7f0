"""While answers come in: submit, redeem, import."""
