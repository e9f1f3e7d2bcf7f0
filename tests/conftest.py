"""The ground of the tests: databases, a clock that stands still, a served site, a browser."""

pytest_plugins = [
    "tests.ground.databases",
    "tests.ground.house",
    "tests.ground.instruments",
    "tests.ground.servers",
    "tests.ground.browsers",
]
