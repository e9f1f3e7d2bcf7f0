"""The method officer's pages: instruments kept, checked, compared, issued and sent for comment."""
