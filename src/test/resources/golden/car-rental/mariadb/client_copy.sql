-- client_copy.sql
-- Prints one client's rows as INSERT statements for his new shard. It only reads.
--
-- Written by Shardwright.
-- Source: MariaDB (any version), sample:car-rental (car_rental). Root table: car_rental.clients.
--
-- How a client moves to a shard that has its schema and its context rows:
-- - In dispatch set his state to locked, so that the application lets him rest.
--   UPDATE client_dispatch SET state = 'locked' WHERE client_id = CLIENT;
-- - Name him in client_rows.sql and run it where he is: no ties, and note the figures.
-- - Name him below and run this file there:
--   mariadb --raw --skip-column-names DATABASE < client_copy.sql > client.sql
-- - Load client.sql on the shard: it comes as a whole or not at all, all keys checked:
--   mariadb DATABASE < client.sql
-- - Run client_rows.sql on the shard: the figures must be the same.
-- - Let dispatch lead to the shard.
--   UPDATE client_dispatch SET previous_shard_no = shard_no, moved_at = CURRENT_TIMESTAMP, state = 'moved', shard_no = SHARD WHERE client_id = CLIENT;
-- - Delete his rows where he was, as client_rows.sql says.
-- - In dispatch let him be active again.
--   UPDATE client_dispatch SET state = 'active' WHERE client_id = CLIENT;
-- A row longer than max_allowed_packet is printed as NULL, at which the shard stops loading.

-- -----------------------------------------------------------------------------------------------
-- The client
-- -----------------------------------------------------------------------------------------------

SET NAMES utf8mb4;
SET @client = 1;
SET time_zone = '+00:00';
SET sql_mode = '';
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
START TRANSACTION READ ONLY;

-- -----------------------------------------------------------------------------------------------
-- What the new shard is told first
-- -----------------------------------------------------------------------------------------------

SELECT 'SET NAMES utf8mb4;';
SELECT 'SET time_zone = ''+00:00'';';
SELECT 'SET sql_mode = ''NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES,ALLOW_INVALID_DATES'';';
SELECT 'SET foreign_key_checks = 1, unique_checks = 1;';
SELECT 'START TRANSACTION;';

-- -----------------------------------------------------------------------------------------------
-- car_rental.clients
-- -----------------------------------------------------------------------------------------------

SELECT CONCAT('INSERT INTO `clients` (`id`, `city_id`, `login`, `password`) VALUES (',
  QUOTE(CONVERT(t.`id` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`city_id` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`login` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`password` USING utf8mb4)),
  ');')
FROM `clients` t
WHERE t.`id` = @client
ORDER BY t.`id`;

-- -----------------------------------------------------------------------------------------------
-- car_rental.rentals
-- -----------------------------------------------------------------------------------------------

SELECT CONCAT('INSERT INTO `rentals` (`id`, `client_id`, `start_city_id`, `start_date`, `end_city_id`, `end_date`, `car_id`, `cost`) VALUES (',
  QUOTE(CONVERT(t.`id` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`client_id` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`start_city_id` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`start_date` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`end_city_id` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`end_date` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`car_id` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`cost` USING utf8mb4)),
  ');')
FROM `rentals` t
WHERE t.`client_id` = @client
ORDER BY t.`id`;

-- -----------------------------------------------------------------------------------------------
-- car_rental.tracks
-- -----------------------------------------------------------------------------------------------

SELECT CONCAT('INSERT INTO `tracks` (`rental_id`, `latitude`, `longitude`, `recorded_at`) VALUES (',
  QUOTE(CONVERT(t.`rental_id` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`latitude` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`longitude` USING utf8mb4)),
  ', ', QUOTE(CONVERT(t.`recorded_at` USING utf8mb4)),
  ');')
FROM `tracks` t
WHERE t.`rental_id` IN (SELECT p1.`id` FROM `rentals` p1 WHERE p1.`client_id` = @client);

-- -----------------------------------------------------------------------------------------------
-- The end
-- -----------------------------------------------------------------------------------------------

SELECT 'COMMIT;';

COMMIT;
