-- Values that are easily damaged on their way through a text file.
SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
SET time_zone = '+00:00';
CREATE TABLE zoo (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ti tinyint, tu tinyint unsigned, s smallint, mi mediumint unsigned, i int, iz int(8) unsigned zerofill, b bigint, bu bigint unsigned,
  n decimal(65,30), f float, d double, yes boolean, b1 bit(1), b64 bit(64),
  t text CHARACTER SET utf8mb4, c char(6) CHARACTER SET utf8mb4, v varchar(40) CHARACTER SET latin1, u16 varchar(20) CHARACTER SET utf16, lt longtext,
  b3 binary(3), vb varbinary(20), tb tinyblob, bl blob, lb longblob,
  da date, dt datetime(6), ts timestamp(3) NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(3), tm time(6), y year,
  e enum('', 'so ''so''', 'back\\slash', 'ü'), st set('a', 'bc'' d'), js json, g geometry, p point,
  twice int GENERATED ALWAYS AS (i + 1) STORED, thrice int GENERATED ALWAYS AS (ti + 1) VIRTUAL,
  `Strange ``name`` \ col` text
) DEFAULT CHARSET utf8mb4;
SET NAMES utf8mb4;
INSERT INTO zoo (id, ti, tu, s, mi, i, iz, b, bu, n, f, d, yes, b1, b64, t, c, v, u16, lt, b3, vb, tb, bl, lb, da, dt, ts, tm, y, e, st, js, g, p, `Strange ``name`` \ col`) VALUES
 (0, -128, 255, -32768, 16777215, -2147483648, 42, -9223372036854775808, 18446744073709551615, -99999999999999999999999999999999999.999999999999999999999999999999, -3.402823466e38, -0e0, true, b'1', b'1111111111111111111111111111111111111111111111111111111111111111',
  '', '', '', '', '', x'000000', x'', x'', x'00', x'5c27', '0000-00-00', '0000-00-00 00:00:00', '1970-01-01 00:00:01', '-838:59:59', 1901, '', '', '{"a": "é \\" \\\\ "}', ST_GeomFromText('POINT(1 2)'), ST_GeomFromText('POINT(-0 1e-10)'), 'it''s \\ "here"'),
 (7, 127, 0, 32767, 0, 2147483646, 99999999, 9223372036854775807, 0, 0.000000000000000000000000000001, 1.17549435e-38, 5e-324, false, b'0', b'0', 'tab\there newline\nreturn\r back\\slash quote'' double" nul\0 sub\Z b\b 😀 é', 'a\\b', 'latin é \\N', '😀 é', 'NULL', x'ff005c', x'27', x'0a0d', x'001a5c27', x'',
  '2026-00-00', '9999-12-31 23:59:59.999999', '2038-01-19 03:14:07.999', '838:59:59.000000', 2155, 'back\\slash', 'a,bc'' d', 'null', ST_GeomFromText('LINESTRING(0 0, 1 1)'), NULL, 'line\nbreak; DROP TABLE x; -- no'),
 (8, 0, 1, 0, 1, 0, 0, 0, 9223372036854775808, 0, 0.1, 0.1, NULL, NULL, b'101', '\\N', 'é😀', 'x', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '0001-01-01', '1000-01-01 00:00:00.000001', '2026-03-29 01:30:00', '00:00:00.000001', 0, 'ü', 'a', '[1.0, 1e10, true]', NULL, NULL, '/* x */ # -- ;'),
 (9, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 3.4028234e38, 1.7976931348623157e308, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
 (18446744073709551614, 1, 1, 1, 1, 1, 1, 1, 1, 1, 16777216, 123456789.123456789, 1, b'1', b'1', REPEAT('x''\\', 3000), 'x', REPEAT('é', 20), 'x', REPEAT('\n', 300), 'abc', 'abc', 'abc', REPEAT(x'5c27', 3000), REPEAT(x'00', 3000), '2026-02-28', '2026-02-28 12:00:00', NULL, '12:00:00', 2026, 'so ''so''', 'bc'' d', '"😀"', NULL, NULL, NULL);

CREATE TABLE kinds (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, parent_id int, name varchar(20) NOT NULL, touched timestamp NOT NULL DEFAULT '2020-02-02 00:00:00' ON UPDATE CURRENT_TIMESTAMP, FOREIGN KEY (parent_id) REFERENCES kinds (id));
INSERT INTO kinds (id, parent_id, name) VALUES (5, NULL, 'top'), (1, 5, 'below'), (2, 1, 'deeper'), (6, 6, 'self'), (7, 2, 'seven'), (3, 7, 'three');
CREATE TABLE parts (code varchar(10) PRIMARY KEY, whole varchar(10) NOT NULL, FOREIGN KEY (whole) REFERENCES parts (code));
INSERT INTO parts VALUES ('z', 'z'), ('b', 'z'), ('a', 'b'), ('y', 'a');
CREATE TABLE hens (id int PRIMARY KEY, egg_id int);
CREATE TABLE eggs (id int PRIMARY KEY, hen_id int NOT NULL, FOREIGN KEY (hen_id) REFERENCES hens (id));
ALTER TABLE hens ADD FOREIGN KEY (egg_id) REFERENCES eggs (id);
INSERT INTO hens VALUES (1, NULL), (2, NULL);
INSERT INTO eggs VALUES (1, 2), (2, 1);
UPDATE hens SET egg_id = id;

CREATE TABLE clients (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY, login varchar(40) UNIQUE,
  zoo_id bigint unsigned, kind_id int, part varchar(10), hen_id int,
  FOREIGN KEY (zoo_id) REFERENCES zoo (id), FOREIGN KEY (kind_id) REFERENCES kinds (id), FOREIGN KEY (part) REFERENCES parts (code), FOREIGN KEY (hen_id) REFERENCES hens (id)
);
INSERT INTO clients (id, login) VALUES (1, 'ada'), (2, 'bob');
CREATE TABLE orders (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, client_id int NOT NULL, FOREIGN KEY (client_id) REFERENCES clients (id));
INSERT INTO orders (id, client_id) VALUES (1, 1), (2, 2), (3, 2);

CREATE TABLE keyless (a int, b varchar(10));
INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (NULL, NULL), (2, '');
CREATE TABLE empty_one (id int NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE old_engine (id int PRIMARY KEY, t text) ENGINE = MyISAM;
INSERT INTO old_engine VALUES (1, 'MyISAM');
CREATE TABLE events (id int NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (YEAR(at)) (PARTITION p0 VALUES LESS THAN (2026), PARTITION p1 VALUES LESS THAN MAXVALUE);
INSERT INTO events VALUES (1, '2025-06-01'), (2, '2026-06-01');

-- made in times without strict mode, which would refuse what the server works out
CREATE TABLE lenient (id int PRIMARY KEY, name varchar(20), code varchar(2) GENERATED ALWAYS AS (name) STORED);
SET sql_mode = '';
INSERT INTO lenient (id, name) VALUES (1, 'long'), (2, 'x');
