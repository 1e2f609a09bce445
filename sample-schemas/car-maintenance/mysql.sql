-- Car maintenance: parts are replaced after some years, after some distance, or after whichever comes first. Root table: clients.
-- A part hangs on a time limit, on a distance limit, or on both; both keys may be empty and parts has no key of its own. Four tires are
-- four equal rows. One path loses rows, two paths joined find the tires twice, and removing doubles makes four tires one: the horse riddle.
-- MySQL and MariaDB flavour.

SET NAMES utf8mb4;

-- The root: one row per client of the product.
CREATE TABLE clients (
  id       INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login    VARCHAR(60) NOT NULL,
  password VARCHAR(60) NOT NULL,
  CONSTRAINT clients_login_unique UNIQUE (login)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data: replace after this many years.
CREATE TABLE time_limits (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED NOT NULL,
  amount    INT UNSIGNED NOT NULL,
  CONSTRAINT time_limits_client_fk FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data: replace after this many kilometres.
CREATE TABLE distance_limits (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED NOT NULL,
  amount    INT UNSIGNED NOT NULL,
  CONSTRAINT distance_limits_client_fk FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data with two ways home, each of which may be missing, and rows that look the same.
CREATE TABLE parts (
  time_id     INT UNSIGNED,
  distance_id INT UNSIGNED,
  name        VARCHAR(40) NOT NULL,
  CONSTRAINT parts_time_fk FOREIGN KEY (time_id) REFERENCES time_limits (id),
  CONSTRAINT parts_distance_fk FOREIGN KEY (distance_id) REFERENCES distance_limits (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO clients (id, login, password) VALUES
  (1, 'hugo.olsen', '9dad793400dc344e'), (2, 'olga.brandt', '9bee72e7320f637a'), (3, 'vera.gomez', 'a6614e24cff17dc1'),
  (4, 'chiara.silva', 'ad83ce09d47d2765'), (5, 'jakub.engel', '505cecc40ed00b53'), (6, 'rafal.jansen', '550fec67491af7d4'),
  (7, 'zoe.varga', 'cf65d0da042609ae'), (8, 'greta.bauer', 'de92c6e1fd22fb5a'), (9, 'nils.moreau', 'e3783bbba44d61e0'),
  (10, 'ugo.zeman', 'b80c780249f4b6b0'), (11, 'boris.eriksen', 'a44b584302bdb925'), (12, 'ines.peters', '343e76ddc7090177'),
  (13, 'petra.costa', '68bc8c32064d20bc'), (14, 'yara.horvat', '74bf2e615ceb941e'), (15, 'felix.toth', 'a47adff5c11058a9'),
  (16, 'maria.ferrari', '82f258e0360dfe37'), (17, 'tanja.kowal', 'b5e166bd61e65cef'), (18, 'agata.weber', '4442513088729966'),
  (19, 'henrik.conti', '53ee7cc6dd7e249f'), (20, 'oskar.novak', '8f8a89187e8779fb'), (21, 'wanda.albrecht', '4b7638f4bf0e60c9'),
  (22, 'elena.fischer', '0a2a26b6c403651d'), (23, 'lukas.rossi', 'f86c2458a1ead000'), (24, 'stefan.duval', 'b030014ba3275fb4');

INSERT INTO time_limits (id, client_id, amount) VALUES
  (1, 1, 8), (2, 2, 6), (3, 3, 10), (4, 4, 8), (5, 5, 6), (6, 6, 10), (7, 7, 8), (8, 8, 6),
  (9, 9, 10), (10, 10, 8), (11, 11, 6), (12, 12, 10), (13, 13, 8), (14, 14, 6), (15, 15, 10), (16, 16, 8),
  (17, 17, 6), (18, 18, 10), (19, 19, 8), (20, 20, 6), (21, 21, 10), (22, 22, 8), (23, 23, 6), (24, 24, 10),
  (25, 1, 2), (26, 2, 2), (27, 3, 2), (28, 4, 2), (29, 5, 2), (30, 6, 2), (31, 7, 2), (32, 8, 2),
  (33, 9, 2), (34, 10, 2), (35, 11, 2), (36, 12, 2), (37, 13, 2), (38, 14, 2), (39, 15, 2), (40, 16, 2),
  (41, 17, 2), (42, 18, 2), (43, 19, 2), (44, 20, 2), (45, 21, 2), (46, 22, 2), (47, 23, 2), (48, 24, 2);

INSERT INTO distance_limits (id, client_id, amount) VALUES
  (1, 1, 80000), (2, 2, 60000), (3, 3, 100000), (4, 4, 80000), (5, 5, 60000), (6, 6, 100000), (7, 7, 80000), (8, 8, 60000),
  (9, 9, 100000), (10, 10, 80000), (11, 11, 60000), (12, 12, 100000), (13, 13, 80000), (14, 14, 60000), (15, 15, 100000), (16, 16, 80000),
  (17, 17, 60000), (18, 18, 100000), (19, 19, 80000), (20, 20, 60000), (21, 21, 100000), (22, 22, 80000), (23, 23, 60000), (24, 24, 100000);

-- Four tires and four spark plugs to a car; every second client keeps an eye on his two wiper blades as well.
INSERT INTO parts (time_id, distance_id, name) VALUES
  (1, 1, 'tire'), (1, 1, 'tire'), (1, 1, 'tire'), (1, 1, 'tire'), (NULL, 1, 'spark plug'), (NULL, 1, 'spark plug'), (NULL, 1, 'spark plug'), (NULL, 1, 'spark plug'), (25, NULL, 'wiper blade'), (25, NULL, 'wiper blade'),
  (2, 2, 'tire'), (2, 2, 'tire'), (2, 2, 'tire'), (2, 2, 'tire'), (NULL, 2, 'spark plug'), (NULL, 2, 'spark plug'), (NULL, 2, 'spark plug'), (NULL, 2, 'spark plug'), (3, 3, 'tire'), (3, 3, 'tire'),
  (3, 3, 'tire'), (3, 3, 'tire'), (NULL, 3, 'spark plug'), (NULL, 3, 'spark plug'), (NULL, 3, 'spark plug'), (NULL, 3, 'spark plug'), (27, NULL, 'wiper blade'), (27, NULL, 'wiper blade'), (4, 4, 'tire'), (4, 4, 'tire'),
  (4, 4, 'tire'), (4, 4, 'tire'), (NULL, 4, 'spark plug'), (NULL, 4, 'spark plug'), (NULL, 4, 'spark plug'), (NULL, 4, 'spark plug'), (5, 5, 'tire'), (5, 5, 'tire'), (5, 5, 'tire'), (5, 5, 'tire'),
  (NULL, 5, 'spark plug'), (NULL, 5, 'spark plug'), (NULL, 5, 'spark plug'), (NULL, 5, 'spark plug'), (29, NULL, 'wiper blade'), (29, NULL, 'wiper blade'), (6, 6, 'tire'), (6, 6, 'tire'), (6, 6, 'tire'), (6, 6, 'tire'),
  (NULL, 6, 'spark plug'), (NULL, 6, 'spark plug'), (NULL, 6, 'spark plug'), (NULL, 6, 'spark plug'), (7, 7, 'tire'), (7, 7, 'tire'), (7, 7, 'tire'), (7, 7, 'tire'), (NULL, 7, 'spark plug'), (NULL, 7, 'spark plug'),
  (NULL, 7, 'spark plug'), (NULL, 7, 'spark plug'), (31, NULL, 'wiper blade'), (31, NULL, 'wiper blade'), (8, 8, 'tire'), (8, 8, 'tire'), (8, 8, 'tire'), (8, 8, 'tire'), (NULL, 8, 'spark plug'), (NULL, 8, 'spark plug'),
  (NULL, 8, 'spark plug'), (NULL, 8, 'spark plug'), (9, 9, 'tire'), (9, 9, 'tire'), (9, 9, 'tire'), (9, 9, 'tire'), (NULL, 9, 'spark plug'), (NULL, 9, 'spark plug'), (NULL, 9, 'spark plug'), (NULL, 9, 'spark plug'),
  (33, NULL, 'wiper blade'), (33, NULL, 'wiper blade'), (10, 10, 'tire'), (10, 10, 'tire'), (10, 10, 'tire'), (10, 10, 'tire'), (NULL, 10, 'spark plug'), (NULL, 10, 'spark plug'), (NULL, 10, 'spark plug'), (NULL, 10, 'spark plug'),
  (11, 11, 'tire'), (11, 11, 'tire'), (11, 11, 'tire'), (11, 11, 'tire'), (NULL, 11, 'spark plug'), (NULL, 11, 'spark plug'), (NULL, 11, 'spark plug'), (NULL, 11, 'spark plug'), (35, NULL, 'wiper blade'), (35, NULL, 'wiper blade'),
  (12, 12, 'tire'), (12, 12, 'tire'), (12, 12, 'tire'), (12, 12, 'tire'), (NULL, 12, 'spark plug'), (NULL, 12, 'spark plug'), (NULL, 12, 'spark plug'), (NULL, 12, 'spark plug'), (13, 13, 'tire'), (13, 13, 'tire'),
  (13, 13, 'tire'), (13, 13, 'tire'), (NULL, 13, 'spark plug'), (NULL, 13, 'spark plug'), (NULL, 13, 'spark plug'), (NULL, 13, 'spark plug'), (37, NULL, 'wiper blade'), (37, NULL, 'wiper blade'), (14, 14, 'tire'), (14, 14, 'tire'),
  (14, 14, 'tire'), (14, 14, 'tire'), (NULL, 14, 'spark plug'), (NULL, 14, 'spark plug'), (NULL, 14, 'spark plug'), (NULL, 14, 'spark plug'), (15, 15, 'tire'), (15, 15, 'tire'), (15, 15, 'tire'), (15, 15, 'tire'),
  (NULL, 15, 'spark plug'), (NULL, 15, 'spark plug'), (NULL, 15, 'spark plug'), (NULL, 15, 'spark plug'), (39, NULL, 'wiper blade'), (39, NULL, 'wiper blade'), (16, 16, 'tire'), (16, 16, 'tire'), (16, 16, 'tire'), (16, 16, 'tire'),
  (NULL, 16, 'spark plug'), (NULL, 16, 'spark plug'), (NULL, 16, 'spark plug'), (NULL, 16, 'spark plug'), (17, 17, 'tire'), (17, 17, 'tire'), (17, 17, 'tire'), (17, 17, 'tire'), (NULL, 17, 'spark plug'), (NULL, 17, 'spark plug'),
  (NULL, 17, 'spark plug'), (NULL, 17, 'spark plug'), (41, NULL, 'wiper blade'), (41, NULL, 'wiper blade'), (18, 18, 'tire'), (18, 18, 'tire'), (18, 18, 'tire'), (18, 18, 'tire'), (NULL, 18, 'spark plug'), (NULL, 18, 'spark plug'),
  (NULL, 18, 'spark plug'), (NULL, 18, 'spark plug'), (19, 19, 'tire'), (19, 19, 'tire'), (19, 19, 'tire'), (19, 19, 'tire'), (NULL, 19, 'spark plug'), (NULL, 19, 'spark plug'), (NULL, 19, 'spark plug'), (NULL, 19, 'spark plug'),
  (43, NULL, 'wiper blade'), (43, NULL, 'wiper blade'), (20, 20, 'tire'), (20, 20, 'tire'), (20, 20, 'tire'), (20, 20, 'tire'), (NULL, 20, 'spark plug'), (NULL, 20, 'spark plug'), (NULL, 20, 'spark plug'), (NULL, 20, 'spark plug'),
  (21, 21, 'tire'), (21, 21, 'tire'), (21, 21, 'tire'), (21, 21, 'tire'), (NULL, 21, 'spark plug'), (NULL, 21, 'spark plug'), (NULL, 21, 'spark plug'), (NULL, 21, 'spark plug'), (45, NULL, 'wiper blade'), (45, NULL, 'wiper blade'),
  (22, 22, 'tire'), (22, 22, 'tire'), (22, 22, 'tire'), (22, 22, 'tire'), (NULL, 22, 'spark plug'), (NULL, 22, 'spark plug'), (NULL, 22, 'spark plug'), (NULL, 22, 'spark plug'), (23, 23, 'tire'), (23, 23, 'tire'),
  (23, 23, 'tire'), (23, 23, 'tire'), (NULL, 23, 'spark plug'), (NULL, 23, 'spark plug'), (NULL, 23, 'spark plug'), (NULL, 23, 'spark plug'), (47, NULL, 'wiper blade'), (47, NULL, 'wiper blade'), (24, 24, 'tire'), (24, 24, 'tire'),
  (24, 24, 'tire'), (24, 24, 'tire'), (NULL, 24, 'spark plug'), (NULL, 24, 'spark plug'), (NULL, 24, 'spark plug'), (NULL, 24, 'spark plug');
