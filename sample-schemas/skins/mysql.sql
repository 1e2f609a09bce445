-- Skins: one table holds both the skins that come with the product and those that clients made. Root table: clients.
-- A skin without client_id is shared by many blogs and is context; a skin with client_id is one client's data. A table cannot be both:
-- moved along it leaves the blogs of others without a skin, copied everywhere it takes private rows to every shard.
-- MySQL and MariaDB flavour.

SET NAMES utf8mb4;

-- The root: one row per client of the product.
CREATE TABLE clients (
  id       INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login    VARCHAR(60) NOT NULL,
  password VARCHAR(60) NOT NULL,
  CONSTRAINT clients_login_unique UNIQUE (login)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Mixed: client_id is empty for a predefined skin, set for a private one.
CREATE TABLE skins (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED,
  color     CHAR(7) NOT NULL,
  CONSTRAINT skins_client_fk FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data: a blog wears one skin, of either sort.
CREATE TABLE blogs (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED NOT NULL,
  skin_id   INT UNSIGNED NOT NULL,
  title     VARCHAR(80) NOT NULL,
  CONSTRAINT blogs_client_fk FOREIGN KEY (client_id) REFERENCES clients (id),
  CONSTRAINT blogs_skin_fk FOREIGN KEY (skin_id) REFERENCES skins (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO clients (id, login, password) VALUES
  (1, 'hugo.olsen', '9dad793400dc344e'), (2, 'olga.brandt', '9bee72e7320f637a'), (3, 'vera.gomez', 'a6614e24cff17dc1'),
  (4, 'chiara.silva', 'ad83ce09d47d2765'), (5, 'jakub.engel', '505cecc40ed00b53'), (6, 'rafal.jansen', '550fec67491af7d4'),
  (7, 'zoe.varga', 'cf65d0da042609ae'), (8, 'greta.bauer', 'de92c6e1fd22fb5a'), (9, 'nils.moreau', 'e3783bbba44d61e0'),
  (10, 'ugo.zeman', 'b80c780249f4b6b0'), (11, 'boris.eriksen', 'a44b584302bdb925'), (12, 'ines.peters', '343e76ddc7090177'),
  (13, 'petra.costa', '68bc8c32064d20bc'), (14, 'yara.horvat', '74bf2e615ceb941e'), (15, 'felix.toth', 'a47adff5c11058a9'),
  (16, 'maria.ferrari', '82f258e0360dfe37'), (17, 'tanja.kowal', 'b5e166bd61e65cef'), (18, 'agata.weber', '4442513088729966'),
  (19, 'henrik.conti', '53ee7cc6dd7e249f'), (20, 'oskar.novak', '8f8a89187e8779fb'), (21, 'wanda.albrecht', '4b7638f4bf0e60c9'),
  (22, 'elena.fischer', '0a2a26b6c403651d'), (23, 'lukas.rossi', 'f86c2458a1ead000'), (24, 'stefan.duval', 'b030014ba3275fb4'),
  (25, 'zofia.ivanov', 'd467cf05fedcde2d'), (26, 'giulia.urban', '1eb00a880f4639c0'), (27, 'noah.adler', 'bab6b9f477c30363'),
  (28, 'viktor.larsen', '47897f2ef7636cf9'), (29, 'david.young', 'd3e35a319fa3c8d4'), (30, 'katja.eriksen', 'ef00d7d540ee606b');

INSERT INTO skins (id, client_id, color) VALUES
  (1, NULL, '#6AFF78'), (2, NULL, '#05F79A'), (3, NULL, '#1285B8'), (4, NULL, '#50E70B'), (5, NULL, '#7A57A6'), (6, NULL, '#08A494'),
  (7, NULL, '#1C222C'), (8, NULL, '#4B6422'), (9, 8, '#BC0DC4'), (10, 15, '#7ABBF2'), (11, 22, '#3BF871'), (12, 29, '#AD1887'),
  (13, 6, '#EEC2C6'), (14, 13, '#B62376'), (15, 20, '#8FA867'), (16, 27, '#C8D85A'), (17, 4, '#86D120'), (18, 11, '#B04D53'),
  (19, 18, '#750C55'), (20, 25, '#69A8E9'), (21, 2, '#B5D893'), (22, 9, '#A07223'), (23, 16, '#726055'), (24, 23, '#9C7CA5'),
  (25, 30, '#D7477C'), (26, 7, '#767835'), (27, 14, '#E93C1E'), (28, 21, '#D6F9E6'), (29, 28, '#FAAFA7'), (30, 5, '#286D5A'),
  (31, 12, '#EC1632'), (32, 19, '#B84D42'), (33, 26, '#E0EC40'), (34, 3, '#A15C02');

INSERT INTO blogs (id, client_id, skin_id, title) VALUES
  (1, 12, 8, 'Ines on travel'), (2, 23, 24, 'Lukas on trains'), (3, 4, 1, 'Chiara on music'),
  (4, 15, 10, 'Felix on gardens'), (5, 26, 1, 'Giulia on chess'), (6, 7, 26, 'Zoe on food'),
  (7, 18, 19, 'Agata on travel'), (8, 29, 7, 'David on trains'), (9, 10, 1, 'Ugo on music'),
  (10, 21, 28, 'Wanda on gardens'), (11, 2, 21, 'Olga on chess'), (12, 13, 14, 'Petra on food'),
  (13, 24, 2, 'Stefan on travel'), (14, 5, 30, 'Jakub on trains'), (15, 16, 23, 'Maria on music'),
  (16, 27, 16, 'Noah on gardens'), (17, 8, 9, 'Greta on chess'), (18, 19, 5, 'Henrik on food'),
  (19, 30, 2, 'Katja on travel'), (20, 11, 7, 'Boris on trains'), (21, 22, 11, 'Elena on music'),
  (22, 3, 2, 'Vera on gardens'), (23, 14, 27, 'Yara on chess'), (24, 25, 1, 'Zofia on food'),
  (25, 6, 3, 'Rafal on travel'), (26, 17, 8, 'Tanja on trains'), (27, 28, 8, 'Viktor on music'),
  (28, 9, 22, 'Nils on gardens'), (29, 20, 2, 'Oskar on chess'), (30, 1, 8, 'Hugo on food'),
  (31, 12, 31, 'Ines on travel'), (32, 23, 5, 'Lukas on trains'), (33, 4, 1, 'Chiara on music'),
  (34, 15, 10, 'Felix on gardens'), (35, 26, 33, 'Giulia on chess'), (36, 7, 5, 'Zoe on food'),
  (37, 18, 5, 'Agata on travel'), (38, 29, 1, 'David on trains'), (39, 10, 7, 'Ugo on music'),
  (40, 21, 7, 'Wanda on gardens'), (41, 2, 21, 'Olga on chess'), (42, 13, 1, 'Petra on food'),
  (43, 24, 3, 'Stefan on travel'), (44, 5, 30, 'Jakub on trains'), (45, 16, 6, 'Maria on music'),
  (46, 27, 16, 'Noah on gardens'), (47, 8, 6, 'Greta on chess'), (48, 19, 1, 'Henrik on food'),
  (49, 30, 4, 'Katja on travel'), (50, 11, 18, 'Boris on trains'), (51, 22, 2, 'Elena on music'),
  (52, 3, 7, 'Vera on gardens'), (53, 14, 27, 'Yara on chess'), (54, 25, 20, 'Zofia on food'),
  (55, 6, 13, 'Rafal on travel'), (56, 17, 2, 'Tanja on trains'), (57, 28, 29, 'Viktor on music'),
  (58, 9, 22, 'Nils on gardens'), (59, 20, 8, 'Oskar on chess'), (60, 1, 3, 'Hugo on food'),
  (61, 12, 6, 'Ines on travel'), (62, 23, 24, 'Lukas on trains'), (63, 4, 2, 'Chiara on music'),
  (64, 15, 8, 'Felix on gardens'), (65, 26, 6, 'Giulia on chess'), (66, 7, 7, 'Zoe on food'),
  (67, 18, 19, 'Agata on travel'), (68, 29, 12, 'David on trains'), (69, 10, 6, 'Ugo on music'),
  (70, 21, 1, 'Wanda on gardens'), (71, 2, 4, 'Olga on chess'), (72, 13, 14, 'Petra on food'),
  (73, 24, 4, 'Stefan on travel'), (74, 5, 2, 'Jakub on trains'), (75, 16, 8, 'Maria on music');
