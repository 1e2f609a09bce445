-- grants.sql
-- The users of the neutral database, the shards and dispatch, each with no more rights than its
-- work needs. Run it on every one of these databases: it does what fits there.
--
-- Written by Shardwright.
-- Source: PostgreSQL (any version), sample:car-rental (public). Root table: public.clients.
--
-- The users cannot log in before each gets a password of its own: ALTER ROLE shard_app LOGIN,
-- then \password shard_app in psql.
-- Where one user must do for all, nothing but check 1 of checks.sql guards the context data.

-- -----------------------------------------------------------------------------------------------
-- The users
-- -----------------------------------------------------------------------------------------------

-- neutral_app: the application on the neutral database: reads.
DO $user$ BEGIN
  IF to_regrole('neutral_app') IS NULL THEN
    CREATE ROLE neutral_app NOLOGIN;
  END IF;
END $user$;
-- neutral_manager: who keeps the neutral data: reads and writes.
DO $user$ BEGIN
  IF to_regrole('neutral_manager') IS NULL THEN
    CREATE ROLE neutral_manager NOLOGIN;
  END IF;
END $user$;
-- shard_app: the application on a shard: writes client tables, reads context tables.
DO $user$ BEGIN
  IF to_regrole('shard_app') IS NULL THEN
    CREATE ROLE shard_app NOLOGIN;
  END IF;
END $user$;
-- context_manager: who changes context data, on all shards or on none.
DO $user$ BEGIN
  IF to_regrole('context_manager') IS NULL THEN
    CREATE ROLE context_manager NOLOGIN;
  END IF;
END $user$;
-- dispatch_app: the application on dispatch: finds, adds and locks clients.
DO $user$ BEGIN
  IF to_regrole('dispatch_app') IS NULL THEN
    CREATE ROLE dispatch_app NOLOGIN;
  END IF;
END $user$;
-- client_mover: who moves clients, never an administrator, whose sessions skip the settings of
-- others and damage text.
DO $user$ BEGIN
  IF to_regrole('client_mover') IS NULL THEN
    CREATE ROLE client_mover NOLOGIN;
  END IF;
END $user$;

-- -----------------------------------------------------------------------------------------------
-- On the neutral database
-- -----------------------------------------------------------------------------------------------

DO $grants$ BEGIN
  IF to_regclass('public.anti_fraud_systems') IS NOT NULL THEN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO neutral_app, neutral_manager', current_database());
    GRANT USAGE ON SCHEMA public TO neutral_app, neutral_manager;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO neutral_app;
    GRANT SELECT ON public.anti_fraud_systems TO neutral_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.anti_fraud_systems TO neutral_manager;
    GRANT SELECT ON public.blacklisted_credit_cards TO neutral_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.blacklisted_credit_cards TO neutral_manager;
    GRANT USAGE ON SEQUENCE public.anti_fraud_systems_id_seq TO neutral_manager;
  END IF;
END $grants$;

-- -----------------------------------------------------------------------------------------------
-- On the shard
-- -----------------------------------------------------------------------------------------------

DO $grants$ BEGIN
  IF to_regclass('public.cars') IS NOT NULL THEN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO shard_app, context_manager, client_mover', current_database());
    GRANT USAGE ON SCHEMA public TO shard_app, context_manager, client_mover;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO shard_app;
    GRANT SELECT ON public.cars TO shard_app;
    GRANT SELECT ON public.cars TO client_mover;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.cars TO context_manager;
    GRANT SELECT ON public.countries TO shard_app;
    GRANT SELECT ON public.countries TO client_mover;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.countries TO context_manager;
    GRANT SELECT ON public.cities TO shard_app;
    GRANT SELECT ON public.cities TO client_mover;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.cities TO context_manager;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.clients TO shard_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.clients TO client_mover;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.rentals TO shard_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.rentals TO client_mover;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.tracks TO shard_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.tracks TO client_mover;
    GRANT USAGE ON SEQUENCE public.cars_id_seq TO context_manager;
    GRANT USAGE ON SEQUENCE public.countries_id_seq TO context_manager;
    GRANT USAGE ON SEQUENCE public.cities_id_seq TO context_manager;
    GRANT USAGE ON SEQUENCE public.clients_id_seq TO shard_app, client_mover;
    GRANT USAGE ON SEQUENCE public.rentals_id_seq TO shard_app, client_mover;
  END IF;
END $grants$;

-- -----------------------------------------------------------------------------------------------
-- On the dispatch database
-- -----------------------------------------------------------------------------------------------

DO $grants$ BEGIN
  IF to_regclass('shards') IS NOT NULL THEN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO dispatch_app, client_mover', current_database());
    GRANT SELECT ON shards TO dispatch_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON shards TO client_mover;
    GRANT SELECT, INSERT, UPDATE, DELETE ON client_dispatch TO dispatch_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON client_dispatch TO client_mover;
    GRANT SELECT, INSERT, UPDATE, DELETE ON dispatch_clients_login TO dispatch_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON dispatch_clients_login TO client_mover;
  END IF;
END $grants$;
