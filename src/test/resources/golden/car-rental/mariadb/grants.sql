-- grants.sql
-- The users of the neutral database, the shards and dispatch, each with no more rights than its
-- work needs. Run it on every one of these databases: it does what fits there.
--
-- Written by Shardwright.
-- Source: MariaDB (any version), sample:car-rental (car_rental). Root table: car_rental.clients.
--
-- The users cannot log in before each gets a password of its own: ALTER USER shard_app IDENTIFIED
-- BY '…' ACCOUNT UNLOCK.
-- Where one user must do for all, nothing but check 1 of checks.sql guards the context data.

-- -----------------------------------------------------------------------------------------------
-- The users
-- -----------------------------------------------------------------------------------------------

-- neutral_app: the application on the neutral database: reads.
CREATE USER IF NOT EXISTS neutral_app ACCOUNT LOCK;
-- neutral_manager: who keeps the neutral data: reads and writes.
CREATE USER IF NOT EXISTS neutral_manager ACCOUNT LOCK;
-- shard_app: the application on a shard: writes client tables, reads context tables.
CREATE USER IF NOT EXISTS shard_app ACCOUNT LOCK;
-- context_manager: who changes context data, on all shards or on none.
CREATE USER IF NOT EXISTS context_manager ACCOUNT LOCK;
-- dispatch_app: the application on dispatch: finds, adds and locks clients.
CREATE USER IF NOT EXISTS dispatch_app ACCOUNT LOCK;
-- client_mover: who moves clients, never an administrator, whose sessions skip the settings of
-- others and damage text.
CREATE USER IF NOT EXISTS client_mover ACCOUNT LOCK;

-- -----------------------------------------------------------------------------------------------
-- On the neutral database
-- -----------------------------------------------------------------------------------------------

SET @here = (SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'anti_fraud_systems');

SET @grant = IF(@here, 'GRANT SELECT ON `anti_fraud_systems` TO neutral_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `anti_fraud_systems` TO neutral_manager', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT ON `blacklisted_credit_cards` TO neutral_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `blacklisted_credit_cards` TO neutral_manager', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

-- -----------------------------------------------------------------------------------------------
-- On the shard
-- -----------------------------------------------------------------------------------------------

SET @here = (SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'cars');

SET @grant = IF(@here, 'GRANT SELECT ON `cars` TO shard_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT ON `cars` TO client_mover', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `cars` TO context_manager', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT ON `countries` TO shard_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT ON `countries` TO client_mover', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `countries` TO context_manager', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT ON `cities` TO shard_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT ON `cities` TO client_mover', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `cities` TO context_manager', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `clients` TO shard_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `clients` TO client_mover', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `rentals` TO shard_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `rentals` TO client_mover', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `tracks` TO shard_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON `tracks` TO client_mover', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

-- -----------------------------------------------------------------------------------------------
-- On the dispatch database
-- -----------------------------------------------------------------------------------------------

SET @here = (SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'shards');

SET @grant = IF(@here, 'GRANT SELECT ON shards TO dispatch_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON shards TO client_mover', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON client_dispatch TO dispatch_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON client_dispatch TO client_mover', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON dispatch_clients_login TO dispatch_app', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;

SET @grant = IF(@here, 'GRANT SELECT, INSERT, UPDATE, DELETE ON dispatch_clients_login TO client_mover', 'DO 0');
PREPARE granting FROM @grant;
EXECUTE granting;
