-- Help desk: keys that grew over the years. Root table: clients.
-- Each of them works in one database, and each is in the way of a split: a key from the root back to client data, a key to rows that are not
-- unique, ids that are nearly used up or negative, two tables that cannot be filled one after the other, cascades that meet in the wrong
-- order, rows of nobody, a cascade out of shared data, and a view that counts over all clients.
-- MySQL and MariaDB flavour.

SET NAMES utf8mb4;

-- MySQL 8.4 and newer refuse a key to rows that are not unique unless they are told to allow it; MariaDB always allows it.
/*!80400 SET SESSION restrict_fk_on_non_standard_key = OFF */;

-- Context: where tickets come from. The ids are given by hand, and -1 stands for "nobody knows".
CREATE TABLE channels (
  id   INT NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  CONSTRAINT channels_name_unique UNIQUE (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The root: one row per client of the product. Its main desk is client data: the key runs back from the root.
CREATE TABLE clients (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login        VARCHAR(60) NOT NULL,
  password     VARCHAR(60) NOT NULL,
  main_desk_id INT UNSIGNED,
  CONSTRAINT clients_login_unique UNIQUE (login)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE desks (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED NOT NULL,
  name      VARCHAR(60) NOT NULL,
  CONSTRAINT desks_client_fk FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

ALTER TABLE clients ADD CONSTRAINT clients_main_desk_fk FOREIGN KEY (main_desk_id) REFERENCES desks (id) ON DELETE SET NULL;

-- Tickets refer to the address below, which no key makes unique.
CREATE TABLE mailboxes (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED NOT NULL,
  address   VARCHAR(80) NOT NULL,
  CONSTRAINT mailboxes_client_fk FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
  KEY mailboxes_address (address)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Deleting a channel deletes its tickets: harmless here, on shards a change of shared data then erases rows of clients.
CREATE TABLE tickets (
  id              INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id       INT UNSIGNED NOT NULL,
  channel_id      INT NOT NULL,
  mailbox_address VARCHAR(80),
  subject         VARCHAR(120) NOT NULL,
  CONSTRAINT tickets_client_fk FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
  CONSTRAINT tickets_channel_fk FOREIGN KEY (channel_id) REFERENCES channels (id) ON DELETE CASCADE,
  CONSTRAINT tickets_mailbox_fk FOREIGN KEY (mailbox_address) REFERENCES mailboxes (address)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A client is deleted through tickets and, one table further, through desks: the tickets may go before their answers do.
CREATE TABLE answers (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id INT UNSIGNED NOT NULL,
  desk_id   INT UNSIGNED NOT NULL,
  text      VARCHAR(200) NOT NULL,
  CONSTRAINT answers_ticket_fk FOREIGN KEY (ticket_id) REFERENCES tickets (id),
  CONSTRAINT answers_desk_fk FOREIGN KEY (desk_id) REFERENCES desks (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Labels are made and thrown away all day: their small ids are nearly used up.
CREATE TABLE labels (
  id        SMALLINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id INT UNSIGNED NOT NULL,
  word      VARCHAR(40) NOT NULL,
  CONSTRAINT labels_ticket_fk FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Every team has a lead, who is an agent, and every agent is of a team: neither row can come first.
CREATE TABLE teams (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id     INT UNSIGNED NOT NULL,
  name          VARCHAR(60) NOT NULL,
  lead_agent_id INT UNSIGNED NOT NULL,
  CONSTRAINT teams_client_fk FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE agents (
  id      INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  team_id INT UNSIGNED NOT NULL,
  name    VARCHAR(60) NOT NULL,
  CONSTRAINT agents_team_fk FOREIGN KEY (team_id) REFERENCES teams (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data whose client may be empty: such a file belongs to nobody and is left behind.
CREATE TABLE attachments (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED,
  file      VARCHAR(120) NOT NULL,
  CONSTRAINT attachments_client_fk FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Counts over all clients: on a shard it counts the clients of that shard and does not say so.
CREATE VIEW tickets_by_channel AS
SELECT channels.name, COUNT(*) AS tickets
FROM tickets JOIN channels ON channels.id = tickets.channel_id
GROUP BY channels.name;

INSERT INTO channels (id, name) VALUES
  (-1, 'Unknown'), (1, 'E-mail'), (2, 'Telephone'), (3, 'Chat');

INSERT INTO clients (id, login, password) VALUES
  (1, 'hugo.olsen', '107d6ed9fc526954'), (2, 'olga.brandt', '4d1eb08d37c30aaa'), (3, 'vera.gomez', '10a77813da69d017'),
  (4, 'chiara.silva', 'a4c8f2a9adc8c5d9'), (5, 'jakub.engel', '5eda7decb6f2de77'), (6, 'rafal.jansen', '940929f4c30316c7'),
  (7, 'zoe.varga', '1dbc2b9808f4c541'), (8, 'greta.bauer', '0630a3d1008b3512'), (9, 'nils.moreau', '68408c4163db0684'),
  (10, 'ugo.zeman', '581cc896fec6c110'), (11, 'boris.eriksen', '34c323e9159036e1'), (12, 'ines.peters', 'e46613af68e928f2'),
  (13, 'petra.costa', '87c8ef81da982a8c'), (14, 'yara.horvat', '427020595e845374'), (15, 'felix.toth', 'b2a246d627cd68f0'),
  (16, 'maria.ferrari', 'ae0c124983b16ecd'), (17, 'tanja.kowal', '3825a2f78ef2ebcf'), (18, 'agata.weber', '117d950f075ef53c'),
  (19, 'henrik.conti', 'dcc3644bfa9f25c8'), (20, 'oskar.novak', '78a7848ad608922c'), (21, 'wanda.albrecht', '90d913ba7b8020de'),
  (22, 'elena.fischer', '59e6a5e4d61476b6'), (23, 'lukas.rossi', '2913f996a9d0db47'), (24, 'stefan.duval', '94141b652a817a33');

INSERT INTO desks (id, client_id, name) VALUES
  (1, 1, 'Workshop'), (2, 1, 'Front desk'), (3, 1, 'Billing'), (4, 2, 'Billing'), (5, 3, 'Returns'), (6, 3, 'Billing'), (7, 4, 'Workshop'),
  (8, 5, 'Returns'), (9, 5, 'Deliveries'), (10, 6, 'Workshop'), (11, 6, 'Billing'), (12, 6, 'Returns'), (13, 7, 'Workshop'), (14, 8, 'Deliveries'),
  (15, 9, 'Front desk'), (16, 10, 'Deliveries'), (17, 10, 'Workshop'), (18, 11, 'Deliveries'), (19, 11, 'Billing'), (20, 12, 'Front desk'),
  (21, 12, 'Workshop'), (22, 13, 'Front desk'), (23, 13, 'Returns'), (24, 14, 'Billing'), (25, 14, 'Returns'), (26, 14, 'Front desk'),
  (27, 15, 'Returns'), (28, 16, 'Workshop'), (29, 16, 'Billing'), (30, 17, 'Deliveries'), (31, 17, 'Workshop'), (32, 17, 'Returns'),
  (33, 18, 'Workshop'), (34, 19, 'Workshop'), (35, 20, 'Deliveries'), (36, 21, 'Deliveries'), (37, 22, 'Deliveries'), (38, 23, 'Workshop'),
  (39, 24, 'Deliveries'), (40, 24, 'Workshop');

-- The main desk of clients 8 and 17 is a desk of somebody else.
UPDATE clients SET main_desk_id = 1 WHERE id = 1;
UPDATE clients SET main_desk_id = 4 WHERE id = 2;
UPDATE clients SET main_desk_id = 7 WHERE id = 4;
UPDATE clients SET main_desk_id = 8 WHERE id = 5;
UPDATE clients SET main_desk_id = 10 WHERE id = 6;
UPDATE clients SET main_desk_id = 13 WHERE id = 7;
UPDATE clients SET main_desk_id = 10 WHERE id = 8;
UPDATE clients SET main_desk_id = 16 WHERE id = 10;
UPDATE clients SET main_desk_id = 18 WHERE id = 11;
UPDATE clients SET main_desk_id = 20 WHERE id = 12;
UPDATE clients SET main_desk_id = 22 WHERE id = 13;
UPDATE clients SET main_desk_id = 27 WHERE id = 15;
UPDATE clients SET main_desk_id = 28 WHERE id = 16;
UPDATE clients SET main_desk_id = 4 WHERE id = 17;
UPDATE clients SET main_desk_id = 33 WHERE id = 18;
UPDATE clients SET main_desk_id = 34 WHERE id = 19;
UPDATE clients SET main_desk_id = 36 WHERE id = 21;
UPDATE clients SET main_desk_id = 37 WHERE id = 22;
UPDATE clients SET main_desk_id = 38 WHERE id = 23;
UPDATE clients SET main_desk_id = 39 WHERE id = 24;

-- Two clients share one address.
INSERT INTO mailboxes (id, client_id, address) VALUES
  (1, 1, 'help@olsen.example'), (2, 2, 'help@brandt.example'), (3, 3, 'help@gomez.example'), (4, 4, 'help@silva.example'),
  (5, 6, 'help@jansen.example'), (6, 7, 'help@varga.example'), (7, 8, 'help@bauer.example'), (8, 9, 'help@moreau.example'),
  (9, 10, 'help@zeman.example'), (10, 11, 'help@eriksen.example'), (11, 12, 'help@peters.example'), (12, 14, 'help@horvat.example'),
  (13, 15, 'help@toth.example'), (14, 16, 'help@ferrari.example'), (15, 17, 'help@kowal.example'), (16, 18, 'help@weber.example'),
  (17, 19, 'help@conti.example'), (18, 20, 'help@novak.example'), (19, 21, 'help@albrecht.example'), (20, 22, 'help@fischer.example'),
  (21, 23, 'help@rossi.example'), (22, 24, 'help@duval.example'), (23, 13, 'help@silva.example');

INSERT INTO tickets (id, client_id, channel_id, mailbox_address, subject) VALUES
  (1, 4, 2, 'help@silva.example', 'I never ordered this'), (2, 12, 3, 'help@peters.example', 'The invoice shows the old address'),
  (3, 9, 1, 'help@moreau.example', 'Two bills for one order'), (4, 23, 3, 'help@rossi.example', 'I never ordered this'),
  (5, 6, 1, 'help@jansen.example', 'May I change the colour'), (6, 19, 1, NULL, 'When will it be delivered'),
  (7, 10, 1, 'help@zeman.example', 'The manual is in the wrong language'), (8, 13, 2, NULL, 'The lid does not close'),
  (9, 22, 1, 'help@fischer.example', 'The invoice shows the old address'), (10, 1, 3, 'help@olsen.example', 'I never ordered this'),
  (11, 2, 3, NULL, 'Two bills for one order'), (12, 5, -1, NULL, 'When will it be delivered'),
  (13, 24, 2, 'help@duval.example', 'May I change the colour'), (14, 3, 1, NULL, 'The lamp flickers'),
  (15, 20, 3, 'help@novak.example', 'The parcel came open'), (16, 21, 3, 'help@albrecht.example', 'The parcel came open'),
  (17, 19, -1, 'help@conti.example', 'The lamp flickers'), (18, 6, -1, NULL, 'The lid does not close'),
  (19, 7, 1, 'help@varga.example', 'The manual is in the wrong language'), (20, 16, 1, 'help@ferrari.example', 'The parcel came open'),
  (21, 1, -1, NULL, 'The lid does not close'), (22, 19, 3, 'help@conti.example', 'The manual is in the wrong language'),
  (23, 13, -1, NULL, 'The lamp flickers'), (24, 22, -1, NULL, 'The lamp flickers'),
  (25, 4, 2, 'help@silva.example', 'The manual is in the wrong language'), (26, 6, -1, 'help@jansen.example', 'The invoice shows the old address'),
  (27, 17, 1, NULL, 'I never ordered this'), (28, 1, 3, 'help@olsen.example', 'The parcel came open'), (29, 16, 3, NULL, 'The lid does not close'),
  (30, 19, -1, NULL, 'The invoice shows the old address'), (31, 8, 2, 'help@bauer.example', 'The lamp flickers'),
  (32, 19, 3, NULL, 'A part is missing'), (33, 10, 3, NULL, 'The manual is in the wrong language'),
  (34, 9, 3, 'help@moreau.example', 'Two bills for one order'), (35, 21, 1, 'help@albrecht.example', 'The lamp flickers'),
  (36, 10, -1, 'help@zeman.example', 'The lid does not close'), (37, 10, -1, 'help@zeman.example', 'A part is missing'),
  (38, 12, 1, 'help@peters.example', 'When will it be delivered'), (39, 8, 1, 'help@bauer.example', 'Two bills for one order'),
  (40, 16, 2, 'help@ferrari.example', 'A part is missing'), (41, 2, 2, 'help@brandt.example', 'The parcel came open'),
  (42, 23, 1, NULL, 'The manual is in the wrong language'), (43, 24, 3, NULL, 'I never ordered this'),
  (44, 4, 1, 'help@silva.example', 'The manual is in the wrong language'), (45, 15, 3, 'help@toth.example', 'A part is missing'),
  (46, 22, 1, 'help@fischer.example', 'A part is missing'), (47, 23, 3, 'help@rossi.example', 'May I change the colour'),
  (48, 1, -1, NULL, 'I never ordered this'), (49, 17, 1, NULL, 'Two bills for one order'), (50, 20, 3, NULL, 'The manual is in the wrong language'),
  (51, 21, 3, NULL, 'A part is missing'), (52, 22, -1, NULL, 'The manual is in the wrong language'),
  (53, 20, 2, NULL, 'The manual is in the wrong language'), (54, 24, 3, NULL, 'Two bills for one order'),
  (55, 17, 3, 'help@kowal.example', 'May I change the colour'), (56, 7, -1, 'help@varga.example', 'The manual is in the wrong language'),
  (57, 3, 1, 'help@gomez.example', 'The parcel came open'), (58, 10, 2, NULL, 'Two bills for one order'),
  (59, 6, 3, 'help@jansen.example', 'The lid does not close'), (60, 9, 2, 'help@moreau.example', 'May I change the colour'),
  (61, 24, 1, 'help@duval.example', 'When will it be delivered'), (62, 21, 1, NULL, 'The parcel came open'),
  (63, 4, 3, 'help@silva.example', 'The lid does not close'), (64, 17, 1, 'help@kowal.example', 'I never ordered this'),
  (65, 4, 1, NULL, 'A part is missing'), (66, 2, 3, 'help@brandt.example', 'May I change the colour'),
  (67, 9, 1, 'help@moreau.example', 'The invoice shows the old address'), (68, 21, 1, 'help@albrecht.example', 'The invoice shows the old address'),
  (69, 17, -1, 'help@kowal.example', 'The lid does not close'), (70, 18, 3, NULL, 'I never ordered this'),
  (71, 24, -1, 'help@duval.example', 'The lid does not close'), (72, 12, -1, NULL, 'Two bills for one order'),
  (73, 17, 2, NULL, 'The lid does not close'), (74, 21, 1, 'help@albrecht.example', 'The manual is in the wrong language'),
  (75, 21, 2, 'help@albrecht.example', 'The invoice shows the old address'), (76, 18, 3, 'help@weber.example', 'The parcel came open'),
  (77, 21, 3, 'help@albrecht.example', 'The manual is in the wrong language'), (78, 1, 1, 'help@olsen.example', 'The lid does not close'),
  (79, 12, 1, NULL, 'The manual is in the wrong language'), (80, 13, 1, NULL, 'The manual is in the wrong language'),
  (81, 10, 3, 'help@zeman.example', 'The lid does not close'), (82, 4, -1, NULL, 'The manual is in the wrong language'),
  (83, 18, 3, NULL, 'Two bills for one order'), (84, 12, 1, NULL, 'The parcel came open'), (85, 9, 3, NULL, 'The manual is in the wrong language'),
  (86, 8, 2, 'help@bauer.example', 'When will it be delivered'), (87, 3, -1, 'help@gomez.example', 'The parcel came open'),
  (88, 1, 3, 'help@olsen.example', 'The invoice shows the old address'), (89, 10, 3, 'help@zeman.example', 'The invoice shows the old address'),
  (90, 16, 1, NULL, 'The lamp flickers'), (91, 7, 3, 'help@varga.example', 'The lid does not close'),
  (92, 15, 1, 'help@toth.example', 'The manual is in the wrong language'), (93, 22, 2, 'help@fischer.example', 'I never ordered this'),
  (94, 4, 2, NULL, 'The lamp flickers'), (95, 5, 1, NULL, 'The manual is in the wrong language'),
  (96, 6, -1, 'help@jansen.example', 'I never ordered this'), (97, 17, -1, 'help@kowal.example', 'The lid does not close'),
  (98, 7, 1, 'help@varga.example', 'The lid does not close'), (99, 3, 3, 'help@gomez.example', 'I never ordered this'),
  (100, 18, 3, NULL, 'The lid does not close'), (101, 13, 1, NULL, 'The parcel came open'), (102, 19, -1, NULL, 'When will it be delivered'),
  (103, 21, 1, 'help@albrecht.example', 'The parcel came open'), (104, 7, 1, 'help@varga.example', 'The lamp flickers'),
  (105, 2, 2, NULL, 'Two bills for one order'), (106, 17, 3, 'help@kowal.example', 'The lid does not close'),
  (107, 2, 3, NULL, 'When will it be delivered'), (108, 23, 1, 'help@rossi.example', 'I never ordered this'),
  (109, 8, 2, NULL, 'May I change the colour'), (110, 10, 1, 'help@zeman.example', 'When will it be delivered'),
  (111, 23, 1, NULL, 'I never ordered this'), (112, 24, 1, 'help@duval.example', 'The lid does not close'),
  (113, 19, -1, 'help@conti.example', 'The parcel came open'), (114, 5, 1, NULL, 'I never ordered this'),
  (115, 21, 1, 'help@albrecht.example', 'May I change the colour'), (116, 2, 2, NULL, 'The parcel came open'),
  (117, 22, 3, NULL, 'The lid does not close'), (118, 1, 3, 'help@olsen.example', 'The lid does not close'),
  (119, 6, 1, NULL, 'Two bills for one order'), (120, 24, 1, 'help@duval.example', 'The lid does not close');

INSERT INTO answers (id, ticket_id, desk_id, text) VALUES
  (1, 21, 1, 'Please keep it, nothing is owed.'), (2, 41, 4, 'Please keep it, nothing is owed.'), (3, 28, 3, 'Please keep it, nothing is owed.'),
  (4, 45, 27, 'Please tell us the number on the back.'), (5, 75, 36, 'It will be with you on Friday.'), (6, 61, 40, 'A colleague will call you.'),
  (7, 118, 1, 'Please tell us the number on the back.'), (8, 50, 35, 'The second bill is void.'), (9, 45, 27, 'We are sorry and send a new one.'),
  (10, 43, 39, 'Please tell us the number on the back.'), (11, 84, 20, 'The second bill is void.'),
  (12, 3, 15, 'Please tell us the number on the back.'), (13, 3, 15, 'Please tell us the number on the back.'),
  (14, 112, 39, 'It is corrected, please look again.'), (15, 67, 15, 'Please keep it, nothing is owed.'),
  (16, 109, 14, 'The part leaves our store today.'), (17, 59, 11, 'Please tell us the number on the back.'),
  (18, 55, 30, 'It will be with you on Friday.'), (19, 114, 9, 'Please keep it, nothing is owed.'), (20, 25, 7, 'The second bill is void.'),
  (21, 31, 14, 'Please keep it, nothing is owed.'), (22, 73, 31, 'It will be with you on Friday.'), (23, 112, 40, 'The second bill is void.'),
  (24, 89, 17, 'It will be with you on Friday.'), (25, 101, 22, 'The part leaves our store today.'), (26, 68, 36, 'Please keep it, nothing is owed.'),
  (27, 27, 30, 'We are sorry and send a new one.'), (28, 44, 7, 'Please keep it, nothing is owed.'), (29, 3, 15, 'The second bill is void.'),
  (30, 22, 34, 'Please keep it, nothing is owed.'), (31, 98, 13, 'It is corrected, please look again.'),
  (32, 106, 32, 'We are sorry and send a new one.'), (33, 42, 38, 'We are sorry and send a new one.'), (34, 33, 16, 'A colleague will call you.'),
  (35, 117, 37, 'Please keep it, nothing is owed.'), (36, 54, 39, 'The second bill is void.'), (37, 98, 13, 'We are sorry and send a new one.'),
  (38, 41, 4, 'The second bill is void.'), (39, 18, 12, 'A colleague will call you.'), (40, 1, 7, 'We are sorry and send a new one.'),
  (41, 3, 15, 'Please keep it, nothing is owed.'), (42, 36, 17, 'The second bill is void.'), (43, 55, 31, 'A colleague will call you.'),
  (44, 66, 4, 'Please tell us the number on the back.'), (45, 99, 5, 'Please keep it, nothing is owed.'),
  (46, 38, 21, 'Please keep it, nothing is owed.'), (47, 47, 38, 'The part leaves our store today.'),
  (48, 20, 28, 'It is corrected, please look again.'), (49, 104, 13, 'We are sorry and send a new one.'),
  (50, 80, 22, 'It is corrected, please look again.'), (51, 108, 38, 'A colleague will call you.'), (52, 1, 7, 'We are sorry and send a new one.'),
  (53, 28, 1, 'It is corrected, please look again.'), (54, 71, 39, 'It is corrected, please look again.'),
  (55, 97, 30, 'Please tell us the number on the back.'), (56, 2, 20, 'It is corrected, please look again.'),
  (57, 84, 21, 'The second bill is void.'), (58, 16, 36, 'Please tell us the number on the back.'), (59, 35, 36, 'The part leaves our store today.'),
  (60, 54, 39, 'Please keep it, nothing is owed.'), (61, 53, 35, 'Please tell us the number on the back.'),
  (62, 20, 28, 'It is corrected, please look again.'), (63, 21, 1, 'Please keep it, nothing is owed.'), (64, 99, 5, 'It will be with you on Friday.'),
  (65, 65, 7, 'A colleague will call you.'), (66, 88, 1, 'A colleague will call you.'), (67, 119, 10, 'Please tell us the number on the back.'),
  (68, 83, 33, 'Please tell us the number on the back.'), (69, 108, 38, 'We are sorry and send a new one.'),
  (70, 120, 40, 'Please tell us the number on the back.'), (71, 44, 7, 'A colleague will call you.'),
  (72, 73, 31, 'The part leaves our store today.'), (73, 113, 34, 'The part leaves our store today.'),
  (74, 113, 34, 'The part leaves our store today.'), (75, 57, 6, 'A colleague will call you.'), (76, 105, 4, 'It is corrected, please look again.'),
  (77, 103, 36, 'We are sorry and send a new one.'), (78, 10, 1, 'It will be with you on Friday.'), (79, 104, 13, 'A colleague will call you.'),
  (80, 11, 4, 'We are sorry and send a new one.'), (81, 3, 15, 'We are sorry and send a new one.'), (82, 81, 16, 'The part leaves our store today.'),
  (83, 25, 7, 'Please keep it, nothing is owed.'), (84, 120, 39, 'A colleague will call you.'), (85, 6, 34, 'It is corrected, please look again.'),
  (86, 91, 13, 'Please tell us the number on the back.'), (87, 39, 14, 'The part leaves our store today.'),
  (88, 64, 31, 'It will be with you on Friday.'), (89, 79, 21, 'The second bill is void.'), (90, 31, 14, 'It will be with you on Friday.'),
  (91, 106, 32, 'Please tell us the number on the back.'), (92, 14, 5, 'A colleague will call you.'),
  (93, 104, 13, 'It is corrected, please look again.'), (94, 60, 15, 'Please keep it, nothing is owed.'),
  (95, 89, 17, 'It is corrected, please look again.'), (96, 32, 34, 'It will be with you on Friday.'), (97, 120, 39, 'The second bill is void.'),
  (98, 84, 21, 'Please keep it, nothing is owed.'), (99, 116, 4, 'It will be with you on Friday.'), (100, 70, 33, 'The second bill is void.'),
  (101, 80, 22, 'It will be with you on Friday.'), (102, 16, 36, 'The second bill is void.'), (103, 90, 29, 'Please keep it, nothing is owed.'),
  (104, 82, 7, 'The second bill is void.'), (105, 3, 15, 'Please tell us the number on the back.'),
  (106, 62, 36, 'Please tell us the number on the back.'), (107, 28, 1, 'It is corrected, please look again.'),
  (108, 8, 22, 'Please keep it, nothing is owed.'), (109, 113, 34, 'The second bill is void.'), (110, 60, 15, 'We are sorry and send a new one.'),
  (111, 86, 14, 'It is corrected, please look again.'), (112, 87, 6, 'Please tell us the number on the back.'),
  (113, 79, 20, 'The part leaves our store today.'), (114, 106, 32, 'A colleague will call you.'), (115, 25, 7, 'The part leaves our store today.'),
  (116, 105, 4, 'It is corrected, please look again.'), (117, 13, 39, 'We are sorry and send a new one.'),
  (118, 29, 29, 'Please tell us the number on the back.'), (119, 5, 10, 'A colleague will call you.'), (120, 12, 8, 'A colleague will call you.'),
  (121, 26, 12, 'Please keep it, nothing is owed.'), (122, 6, 34, 'The second bill is void.'),
  (123, 52, 37, 'Please tell us the number on the back.'), (124, 80, 22, 'Please tell us the number on the back.'),
  (125, 49, 31, 'The part leaves our store today.'), (126, 69, 32, 'The second bill is void.'), (127, 86, 14, 'The part leaves our store today.'),
  (128, 90, 29, 'We are sorry and send a new one.'), (129, 42, 38, 'The part leaves our store today.'),
  (130, 71, 39, 'The part leaves our store today.'), (131, 59, 10, 'Please keep it, nothing is owed.'),
  (132, 46, 37, 'The part leaves our store today.'), (133, 52, 37, 'A colleague will call you.'), (134, 65, 7, 'We are sorry and send a new one.'),
  (135, 60, 15, 'It will be with you on Friday.'), (136, 3, 15, 'A colleague will call you.'), (137, 8, 23, 'A colleague will call you.'),
  (138, 5, 10, 'The second bill is void.'), (139, 68, 36, 'It will be with you on Friday.'), (140, 87, 5, 'Please keep it, nothing is owed.'),
  (141, 98, 13, 'Please tell us the number on the back.'), (142, 21, 3, 'The second bill is void.'),
  (143, 26, 10, 'It is corrected, please look again.'), (144, 99, 6, 'Please tell us the number on the back.'),
  (145, 106, 32, 'It is corrected, please look again.'), (146, 52, 37, 'Please tell us the number on the back.'),
  (147, 4, 38, 'A colleague will call you.'), (148, 45, 27, 'Please tell us the number on the back.'),
  (149, 92, 27, 'Please tell us the number on the back.'), (150, 61, 39, 'A colleague will call you.'), (151, 6, 34, 'The second bill is void.'),
  (152, 52, 37, 'The part leaves our store today.'), (153, 91, 13, 'It is corrected, please look again.'),
  (154, 120, 40, 'Please tell us the number on the back.'), (155, 2, 21, 'The part leaves our store today.'),
  (156, 54, 40, 'Please tell us the number on the back.'), (157, 24, 37, 'We are sorry and send a new one.'),
  (158, 27, 32, 'Please keep it, nothing is owed.'), (159, 28, 1, 'It is corrected, please look again.'),
  (160, 35, 36, 'It will be with you on Friday.');

INSERT INTO labels (id, ticket_id, word) VALUES
  (32186, 74, 'waiting'), (32199, 24, 'spare part'), (32207, 96, 'waiting'), (32212, 45, 'urgent'), (32224, 39, 'warranty'), (32234, 50, 'praise'),
  (32239, 59, 'praise'), (32241, 33, 'spare part'), (32250, 88, 'spare part'), (32256, 111, 'waiting'), (32266, 57, 'refund'),
  (32280, 50, 'spare part'), (32294, 57, 'warranty'), (32302, 63, 'call back'), (32313, 103, 'call back'), (32324, 89, 'urgent'),
  (32329, 112, 'call back'), (32339, 44, 'spare part'), (32344, 34, 'refund'), (32355, 119, 'complaint'), (32360, 77, 'refund'),
  (32369, 5, 'spare part'), (32373, 23, 'complaint'), (32380, 23, 'call back'), (32390, 44, 'praise'), (32401, 24, 'warranty'),
  (32413, 61, 'call back'), (32426, 92, 'warranty'), (32436, 12, 'urgent'), (32447, 76, 'complaint'), (32452, 113, 'refund'),
  (32465, 68, 'call back'), (32479, 32, 'waiting'), (32493, 98, 'spare part'), (32505, 90, 'refund'), (32513, 80, 'warranty'),
  (32522, 34, 'spare part'), (32533, 106, 'complaint'), (32539, 120, 'call back'), (32548, 67, 'call back'), (32560, 63, 'warranty'),
  (32564, 16, 'urgent'), (32571, 64, 'praise'), (32578, 99, 'refund'), (32585, 60, 'spare part'), (32589, 50, 'praise'), (32592, 8, 'urgent'),
  (32595, 97, 'call back'), (32600, 78, 'warranty'), (32604, 69, 'warranty'), (32610, 40, 'call back'), (32612, 8, 'waiting'), (32623, 87, 'praise'),
  (32637, 29, 'call back'), (32649, 95, 'refund'), (32657, 98, 'warranty'), (32670, 44, 'waiting'), (32679, 23, 'urgent'), (32682, 88, 'warranty'),
  (32693, 1, 'praise');

INSERT INTO teams (id, client_id, name, lead_agent_id) VALUES
  (1, 1, 'Morning', 1), (2, 2, 'Late shift', 3), (3, 4, 'Morning', 5), (4, 7, 'Weekend', 7), (5, 10, 'Late shift', 9), (6, 12, 'Late shift', 11),
  (7, 16, 'Late shift', 14), (8, 21, 'Late shift', 16), (9, 23, 'Late shift', 18);

INSERT INTO agents (id, team_id, name) VALUES
  (1, 1, 'Ned'), (2, 1, 'Tom'), (3, 2, 'Mia'), (4, 2, 'Ola'), (5, 3, 'Finn'), (6, 3, 'Rob'), (7, 4, 'Ada'), (8, 4, 'Dan'), (9, 5, 'Mia'),
  (10, 5, 'Dan'), (11, 6, 'Rob'), (12, 6, 'Jon'), (13, 6, 'Kim'), (14, 7, 'Una'), (15, 7, 'Leo'), (16, 8, 'Ben'), (17, 8, 'Mia'), (18, 9, 'Rob'),
  (19, 9, 'Jon');

INSERT INTO attachments (id, client_id, file) VALUES
  (1, 21, 'scan_0013.pdf'), (2, 17, 'scan_0026.pdf'), (3, 5, 'scan_0039.pdf'), (4, NULL, 'scan_0052.pdf'), (5, 17, 'scan_0065.pdf'),
  (6, 11, 'scan_0078.pdf'), (7, 17, 'scan_0091.pdf'), (8, 11, 'scan_0104.pdf'), (9, 2, 'scan_0117.pdf'), (10, 14, 'scan_0130.pdf'),
  (11, 2, 'scan_0143.pdf'), (12, 7, 'scan_0156.pdf'), (13, NULL, 'scan_0169.pdf'), (14, 12, 'scan_0182.pdf'), (15, 10, 'scan_0195.pdf'),
  (16, 4, 'scan_0208.pdf'), (17, 8, 'scan_0221.pdf'), (18, 19, 'scan_0234.pdf'), (19, 20, 'scan_0247.pdf'), (20, 4, 'scan_0260.pdf'),
  (21, 7, 'scan_0273.pdf'), (22, NULL, 'scan_0286.pdf'), (23, 6, 'scan_0299.pdf'), (24, 1, 'scan_0312.pdf'), (25, 1, 'scan_0325.pdf'),
  (26, 3, 'scan_0338.pdf'), (27, 9, 'scan_0351.pdf'), (28, 14, 'scan_0364.pdf'), (29, 18, 'scan_0377.pdf'), (30, 5, 'scan_0390.pdf'),
  (31, NULL, 'scan_0403.pdf'), (32, 18, 'scan_0416.pdf'), (33, 5, 'scan_0429.pdf'), (34, 6, 'scan_0442.pdf'), (35, 16, 'scan_0455.pdf'),
  (36, 19, 'scan_0468.pdf'), (37, 6, 'scan_0481.pdf'), (38, 13, 'scan_0494.pdf'), (39, 19, 'scan_0507.pdf'), (40, NULL, 'scan_0520.pdf'),
  (41, 22, 'scan_0533.pdf'), (42, 22, 'scan_0546.pdf'), (43, 21, 'scan_0559.pdf'), (44, 21, 'scan_0572.pdf'), (45, 6, 'scan_0585.pdf'),
  (46, 2, 'scan_0598.pdf'), (47, 23, 'scan_0611.pdf'), (48, 19, 'scan_0624.pdf'), (49, NULL, 'scan_0637.pdf'), (50, 13, 'scan_0650.pdf');

-- With this key in place, no team could have been made: it came later than the rows.
ALTER TABLE teams ADD CONSTRAINT teams_lead_fk FOREIGN KEY (lead_agent_id) REFERENCES agents (id);
