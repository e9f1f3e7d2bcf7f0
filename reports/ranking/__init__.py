"""The annex of a decision: every block with its table and chart, and the method behind them."""
