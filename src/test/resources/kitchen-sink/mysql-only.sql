-- What MySQL has and MariaDB has not. Root: clients.
CREATE TABLE cities (
  id int NOT NULL PRIMARY KEY,
  spot point NOT NULL /*!80003 SRID 4326 */,
  name varchar(60) DEFAULT (concat('a', ';')),
  SPATIAL KEY spot (spot)
) ENGINE=InnoDB;
CREATE TABLE clients (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login varchar(60) NOT NULL,
  hidden int DEFAULT '3' INVISIBLE,
  key_id binary(16) DEFAULT (uuid_to_bin(uuid())),
  city_id int DEFAULT NULL,
  tags json DEFAULT NULL,
  KEY lower_login ((lower(login)) DESC),
  KEY unseen (login) INVISIBLE,
  KEY many ((cast(tags->'$.zips' as unsigned array))),
  FULLTEXT KEY words (login) WITH PARSER ngram,
  CONSTRAINT idle CHECK (city_id > 0) NOT ENFORCED,
  CONSTRAINT clients_city FOREIGN KEY (city_id) REFERENCES cities (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_as_cs;
CREATE TABLE by_columns (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b))
PARTITION BY RANGE COLUMNS (a, b) (PARTITION p0 VALUES LESS THAN (5, MAXVALUE), PARTITION p1 VALUES LESS THAN (MAXVALUE, MAXVALUE));
CREATE TABLE by_linear (a int NOT NULL PRIMARY KEY) PARTITION BY LINEAR HASH (a) PARTITIONS 4;
CREATE TABLE by_old_key (a int NOT NULL PRIMARY KEY) PARTITION BY KEY ALGORITHM=1 (a) PARTITIONS 2;
CREATE TABLE vectors (
  my_row_id bigint unsigned NOT NULL AUTO_INCREMENT INVISIBLE PRIMARY KEY,
  v vector(3) DEFAULT NULL, w vector(16) NOT NULL,
  raw varbinary(4) DEFAULT x'61FF00', fixed int STORAGE MEMORY COLUMN_FORMAT FIXED, apart varchar(10) NOT SECONDARY,
  at date DEFAULT (curdate()), list json DEFAULT (json_array()), spot point DEFAULT (point(0,0)) SRID 0
) ENGINE=InnoDB COMPRESSION='zlib' SECONDARY_ENGINE=rapid AUTOEXTEND_SIZE=4M;
CREATE TABLE geo (id int NOT NULL PRIMARY KEY, s geometry SRID 0, l linestring, mp multipolygon, gc geometrycollection) ENGINE=InnoDB;
DELIMITER //
CREATE LIBRARY z_numbers COMMENT 'it''s; a library' LANGUAGE JAVASCRIPT AS $$ export function f(n) { return n + 1; } $$//
CREATE FUNCTION by_library(n int) RETURNS int LANGUAGE JAVASCRIPT USING (z_numbers AS lib) AS $$ return lib.f(n); $$//
CREATE PROCEDURE in_javascript(IN n int) LANGUAGE JAVASCRIPT AS $$ console.log('; DELIMITER ;', n); $$//
DELIMITER ;
CREATE JSON RELATIONAL DUALITY VIEW clients_as_json AS SELECT JSON_DUALITY_OBJECT('_id': id, 'login': login) FROM clients;
SET NAMES latin1;
CREATE VIEW in_latin1 AS SELECT id, 'plain' AS said FROM clients;
CREATE PROCEDURE also_in_latin1() SELECT 'x';
