"""What Alembic runs: the steps, inside the transaction that the program has begun."""

from alembic import context

from geo.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
