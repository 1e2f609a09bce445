-- client_rows.sql
-- The rows of one client, table by table, to try a client before anything moves him. Nothing is
-- written: the deletes at the end are comments.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:car-rental (car_rental). Root table: car_rental.clients.
--
-- Name the client here and run the file on the database that holds him:
--   mysql DATABASE < client_rows.sql

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
-- How many rows are his, and their checksum: after a copy equal on both servers
-- -----------------------------------------------------------------------------------------------

SELECT 'car_rental.clients' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONCAT_WS('\t', COALESCE(CONVERT(t.`id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`city_id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`login` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`password` USING utf8mb4), '\\N')), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
FROM `clients` t
WHERE t.`id` = @client;
SELECT 'car_rental.rentals' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONCAT_WS('\t', COALESCE(CONVERT(t.`id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`client_id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`start_city_id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`start_date` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`end_city_id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`end_date` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`car_id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`cost` USING utf8mb4), '\\N')), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
FROM `rentals` t
WHERE t.`client_id` = @client;
SELECT 'car_rental.tracks' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONCAT_WS('\t', COALESCE(CONVERT(t.`rental_id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`latitude` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`longitude` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`recorded_at` USING utf8mb4), '\\N')), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
FROM `tracks` t
WHERE t.`rental_id` IN (SELECT p1.`id` FROM `rentals` p1 WHERE p1.`client_id` = @client);

-- -----------------------------------------------------------------------------------------------
-- His rows
-- -----------------------------------------------------------------------------------------------

-- car_rental.clients: the client himself.
SELECT t.*
FROM `clients` t
WHERE t.`id` = @client
ORDER BY t.`id`;

-- car_rental.rentals: every row has one client, over rentals_client_fk.
SELECT t.*
FROM `rentals` t
WHERE t.`client_id` = @client
ORDER BY t.`id`;

-- car_rental.tracks: every row has one client, over tracks_rental_fk.
SELECT t.*
FROM `tracks` t
WHERE t.`rental_id` IN (SELECT p1.`id` FROM `rentals` p1 WHERE p1.`client_id` = @client);

-- -----------------------------------------------------------------------------------------------
-- Ties between him and others: he can only move if each of these is 0
-- -----------------------------------------------------------------------------------------------

SELECT 'car_rental.rentals.rentals_client_fk' AS relation,
  (SELECT COUNT(*) FROM `rentals` t JOIN `clients` u ON u.`id` = t.`client_id`
    WHERE t.`client_id` = @client AND NOT COALESCE(u.`id` = @client, FALSE))
  + (SELECT COUNT(*) FROM `rentals` t JOIN `clients` u ON u.`id` = t.`client_id`
    WHERE u.`id` = @client AND NOT COALESCE(t.`client_id` = @client, FALSE)) AS ties;
SELECT 'car_rental.tracks.tracks_rental_fk' AS relation,
  (SELECT COUNT(*) FROM `tracks` t JOIN `rentals` u ON u.`id` = t.`rental_id`
    WHERE t.`rental_id` IN (SELECT p1.`id` FROM `rentals` p1 WHERE p1.`client_id` = @client) AND NOT COALESCE(u.`client_id` = @client, FALSE))
  + (SELECT COUNT(*) FROM `tracks` t JOIN `rentals` u ON u.`id` = t.`rental_id`
    WHERE u.`client_id` = @client AND NOT COALESCE(t.`rental_id` IN (SELECT p1.`id` FROM `rentals` p1 WHERE p1.`client_id` = @client), FALSE)) AS ties;

COMMIT;

-- -----------------------------------------------------------------------------------------------
-- Deleting his rows: comments, so that nothing happens by mistake
-- -----------------------------------------------------------------------------------------------
-- Only after dispatch leads to his new shard, his rows there were counted and compared, and no
-- tie above is left. In the same session run first what stands under "The client": the character
-- set and the line that names him.

--   START TRANSACTION;
--   DELETE t FROM `tracks` t
--   WHERE t.`rental_id` IN (SELECT p1.`id` FROM `rentals` p1 WHERE p1.`client_id` = @client);
--   DELETE t FROM `rentals` t
--   WHERE t.`client_id` = @client;
--   DELETE t FROM `clients` t
--   WHERE t.`id` = @client;
--   COMMIT;

-- -----------------------------------------------------------------------------------------------
-- The same in portions, for a client with very many rows
-- -----------------------------------------------------------------------------------------------
-- Every statement is a transaction of its own. Repeat each DELETE until it deletes no row, then
-- go on with the next. After an interruption begin again at the first: what is left is still
-- found, because parents go last.

--   DELETE FROM `tracks`
--   WHERE `tracks`.`rental_id` IN (SELECT p1.`id` FROM `rentals` p1 WHERE p1.`client_id` = @client)
--   LIMIT 10000;
--   DELETE t FROM `rentals` t
--   JOIN (
--     SELECT t.`id`
--     FROM `rentals` t
--     WHERE t.`client_id` = @client
--     LIMIT 10000
--   ) k ON t.`id` = k.`id`;
--   DELETE t FROM `clients` t
--   JOIN (
--     SELECT t.`id`
--     FROM `clients` t
--     WHERE t.`id` = @client
--     LIMIT 10000
--   ) k ON t.`id` = k.`id`;
