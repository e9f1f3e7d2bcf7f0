"""From a run to the public: prepare, approve, publish."""
