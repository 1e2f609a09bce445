-- Activities: a trigger counts the posts of every client. Root table: clients.
-- Safe and handy in one database. When a client is copied, the posts bring their counter row into being a second time, or push the copied
-- counter to twice its value. The second trigger only refuses empty posts; a trigger that checks and changes nothing may stay.
-- MySQL and MariaDB flavour.

SET NAMES utf8mb4;

-- The root: one row per client of the product.
CREATE TABLE clients (
  id       INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login    VARCHAR(60) NOT NULL,
  password VARCHAR(60) NOT NULL,
  CONSTRAINT clients_login_unique UNIQUE (login)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data: the insert of a post wakes the triggers below.
CREATE TABLE blog_posts (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED NOT NULL,
  content   VARCHAR(500) NOT NULL,
  CONSTRAINT blog_posts_client_fk FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data that no application writes: one counter per client, kept by the trigger.
CREATE TABLE activities (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED NOT NULL,
  counter   INT UNSIGNED NOT NULL,
  CONSTRAINT activities_client_unique UNIQUE (client_id),
  CONSTRAINT activities_client_fk FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Modifies data: creates the counter of the client or increases it.
DELIMITER //

CREATE TRIGGER blog_posts_count AFTER INSERT ON blog_posts FOR EACH ROW
BEGIN
  INSERT INTO activities (client_id, counter) VALUES (NEW.client_id, 1)
  ON DUPLICATE KEY UPDATE counter = counter + 1;
END//

-- Only checks: refuses a post without content, whether new or changed.
CREATE TRIGGER blog_posts_not_empty BEFORE INSERT ON blog_posts FOR EACH ROW
BEGIN
  IF TRIM(NEW.content) = '' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an empty post cannot be inserted';
  END IF;
END//

CREATE TRIGGER blog_posts_still_not_empty BEFORE UPDATE ON blog_posts FOR EACH ROW
BEGIN
  IF TRIM(NEW.content) = '' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a post cannot be updated to be empty';
  END IF;
END//

DELIMITER ;

INSERT INTO clients (id, login, password) VALUES
  (1, 'hugo.olsen', '9dad793400dc344e'), (2, 'olga.brandt', '9bee72e7320f637a'), (3, 'vera.gomez', 'a6614e24cff17dc1'),
  (4, 'chiara.silva', 'ad83ce09d47d2765'), (5, 'jakub.engel', '505cecc40ed00b53'), (6, 'rafal.jansen', '550fec67491af7d4'),
  (7, 'zoe.varga', 'cf65d0da042609ae'), (8, 'greta.bauer', 'de92c6e1fd22fb5a'), (9, 'nils.moreau', 'e3783bbba44d61e0'),
  (10, 'ugo.zeman', 'b80c780249f4b6b0'), (11, 'boris.eriksen', 'a44b584302bdb925'), (12, 'ines.peters', '343e76ddc7090177'),
  (13, 'petra.costa', '68bc8c32064d20bc'), (14, 'yara.horvat', '74bf2e615ceb941e'), (15, 'felix.toth', 'a47adff5c11058a9'),
  (16, 'maria.ferrari', '82f258e0360dfe37'), (17, 'tanja.kowal', 'b5e166bd61e65cef'), (18, 'agata.weber', '4442513088729966'),
  (19, 'henrik.conti', '53ee7cc6dd7e249f'), (20, 'oskar.novak', '8f8a89187e8779fb'), (21, 'wanda.albrecht', '4b7638f4bf0e60c9'),
  (22, 'elena.fischer', '0a2a26b6c403651d'), (23, 'lukas.rossi', 'f86c2458a1ead000'), (24, 'stefan.duval', 'b030014ba3275fb4');

-- No rows for activities follow: they come into being here, through the trigger.
INSERT INTO blog_posts (id, client_id, content) VALUES
  (1, 4, 'What I got wrong about growing tomatoes on a balcony'), (2, 15, 'A slow year with planting a hedge'), (3, 8, 'In praise of a sourdough that would not rise'),
  (4, 7, 'Ten notes on a broken bicycle chain'), (5, 16, 'More about the smell of rain'), (6, 6, 'Some thoughts on night trains'),
  (7, 10, 'What I got wrong about winter swimming'), (8, 7, 'A slow year with cheap telescopes'), (9, 9, 'In praise of repairing an old radio'),
  (10, 4, 'Ten notes on keeping bees in town'), (11, 17, 'More about cooking for twelve'), (12, 6, 'Some thoughts on the river path'),
  (13, 6, 'What I got wrong about reading maps'), (14, 7, 'A slow year with moving house'), (15, 17, 'In praise of learning to type again'),
  (16, 7, 'Ten notes on paper notebooks'), (17, 7, 'More about a choir rehearsal'), (18, 10, 'Some thoughts on three days in Porto'),
  (19, 1, 'What I got wrong about a cat that steals socks'), (20, 11, 'A slow year with the first frost'), (21, 8, 'In praise of growing tomatoes on a balcony'),
  (22, 12, 'Ten notes on planting a hedge'), (23, 19, 'More about a sourdough that would not rise'), (24, 9, 'Some thoughts on a broken bicycle chain'),
  (25, 9, 'What I got wrong about the smell of rain'), (26, 10, 'A slow year with night trains'), (27, 4, 'In praise of winter swimming'),
  (28, 10, 'Ten notes on cheap telescopes'), (29, 17, 'More about repairing an old radio'), (30, 5, 'Some thoughts on keeping bees in town'),
  (31, 21, 'What I got wrong about cooking for twelve'), (32, 6, 'A slow year with the river path'), (33, 7, 'In praise of reading maps'),
  (34, 14, 'Ten notes on moving house'), (35, 5, 'More about learning to type again'), (36, 16, 'Some thoughts on paper notebooks'),
  (37, 4, 'What I got wrong about a choir rehearsal'), (38, 7, 'A slow year with three days in Porto'), (39, 9, 'In praise of a cat that steals socks'),
  (40, 11, 'Ten notes on the first frost'), (41, 18, 'More about growing tomatoes on a balcony'), (42, 3, 'Some thoughts on planting a hedge'),
  (43, 5, 'What I got wrong about a sourdough that would not rise'), (44, 5, 'A slow year with a broken bicycle chain'), (45, 3, 'In praise of the smell of rain'),
  (46, 8, 'Ten notes on night trains'), (47, 3, 'More about winter swimming'), (48, 7, 'Some thoughts on cheap telescopes'),
  (49, 13, 'What I got wrong about repairing an old radio'), (50, 18, 'A slow year with keeping bees in town'), (51, 17, 'In praise of cooking for twelve'),
  (52, 1, 'Ten notes on the river path'), (53, 3, 'More about reading maps'), (54, 13, 'Some thoughts on moving house'),
  (55, 6, 'What I got wrong about learning to type again'), (56, 13, 'A slow year with paper notebooks'), (57, 5, 'In praise of a choir rehearsal'),
  (58, 13, 'Ten notes on three days in Porto'), (59, 22, 'More about a cat that steals socks'), (60, 5, 'Some thoughts on the first frost'),
  (61, 11, 'What I got wrong about growing tomatoes on a balcony'), (62, 10, 'A slow year with planting a hedge'), (63, 5, 'In praise of a sourdough that would not rise'),
  (64, 18, 'Ten notes on a broken bicycle chain'), (65, 1, 'More about the smell of rain'), (66, 5, 'Some thoughts on night trains'),
  (67, 6, 'What I got wrong about winter swimming'), (68, 14, 'A slow year with cheap telescopes'), (69, 1, 'In praise of repairing an old radio'),
  (70, 18, 'Ten notes on keeping bees in town'), (71, 15, 'More about cooking for twelve'), (72, 1, 'Some thoughts on the river path'),
  (73, 9, 'What I got wrong about reading maps'), (74, 13, 'A slow year with moving house'), (75, 16, 'In praise of learning to type again'),
  (76, 16, 'Ten notes on paper notebooks'), (77, 5, 'More about a choir rehearsal'), (78, 6, 'Some thoughts on three days in Porto'),
  (79, 6, 'What I got wrong about a cat that steals socks'), (80, 10, 'A slow year with the first frost'), (81, 2, 'In praise of growing tomatoes on a balcony'),
  (82, 3, 'Ten notes on planting a hedge'), (83, 6, 'More about a sourdough that would not rise'), (84, 5, 'Some thoughts on a broken bicycle chain'),
  (85, 7, 'What I got wrong about the smell of rain'), (86, 3, 'A slow year with night trains'), (87, 19, 'In praise of winter swimming'),
  (88, 5, 'Ten notes on cheap telescopes'), (89, 4, 'More about repairing an old radio'), (90, 12, 'Some thoughts on keeping bees in town'),
  (91, 3, 'What I got wrong about cooking for twelve'), (92, 3, 'A slow year with the river path'), (93, 9, 'In praise of reading maps'),
  (94, 6, 'Ten notes on moving house'), (95, 13, 'More about learning to type again'), (96, 14, 'Some thoughts on paper notebooks'),
  (97, 14, 'What I got wrong about a choir rehearsal'), (98, 1, 'A slow year with three days in Porto'), (99, 9, 'In praise of a cat that steals socks'),
  (100, 2, 'Ten notes on the first frost'), (101, 9, 'More about growing tomatoes on a balcony'), (102, 3, 'Some thoughts on planting a hedge'),
  (103, 7, 'What I got wrong about a sourdough that would not rise'), (104, 6, 'A slow year with a broken bicycle chain'), (105, 5, 'In praise of the smell of rain'),
  (106, 21, 'Ten notes on night trains'), (107, 3, 'More about winter swimming'), (108, 4, 'Some thoughts on cheap telescopes'),
  (109, 9, 'What I got wrong about repairing an old radio'), (110, 15, 'A slow year with keeping bees in town'), (111, 17, 'In praise of cooking for twelve'),
  (112, 3, 'Ten notes on the river path'), (113, 3, 'More about reading maps'), (114, 11, 'Some thoughts on moving house'),
  (115, 3, 'What I got wrong about learning to type again'), (116, 8, 'A slow year with paper notebooks'), (117, 18, 'In praise of a choir rehearsal'),
  (118, 16, 'Ten notes on three days in Porto'), (119, 13, 'More about a cat that steals socks'), (120, 13, 'Some thoughts on the first frost'),
  (121, 10, 'What I got wrong about growing tomatoes on a balcony'), (122, 1, 'A slow year with planting a hedge'), (123, 7, 'In praise of a sourdough that would not rise'),
  (124, 7, 'Ten notes on a broken bicycle chain'), (125, 1, 'More about the smell of rain'), (126, 13, 'Some thoughts on night trains'),
  (127, 12, 'What I got wrong about winter swimming'), (128, 3, 'A slow year with cheap telescopes'), (129, 1, 'In praise of repairing an old radio'),
  (130, 7, 'Ten notes on keeping bees in town'), (131, 5, 'More about cooking for twelve'), (132, 21, 'Some thoughts on the river path'),
  (133, 1, 'What I got wrong about reading maps'), (134, 5, 'A slow year with moving house'), (135, 23, 'In praise of learning to type again'),
  (136, 9, 'Ten notes on paper notebooks'), (137, 1, 'More about a choir rehearsal'), (138, 14, 'Some thoughts on three days in Porto'),
  (139, 6, 'What I got wrong about a cat that steals socks'), (140, 9, 'A slow year with the first frost'), (141, 5, 'In praise of growing tomatoes on a balcony'),
  (142, 8, 'Ten notes on planting a hedge'), (143, 9, 'More about a sourdough that would not rise'), (144, 2, 'Some thoughts on a broken bicycle chain'),
  (145, 17, 'What I got wrong about the smell of rain'), (146, 12, 'A slow year with night trains'), (147, 2, 'In praise of winter swimming'),
  (148, 15, 'Ten notes on cheap telescopes'), (149, 10, 'More about repairing an old radio'), (150, 10, 'Some thoughts on keeping bees in town'),
  (151, 1, 'What I got wrong about cooking for twelve'), (152, 7, 'A slow year with the river path'), (153, 17, 'In praise of reading maps'),
  (154, 7, 'Ten notes on moving house'), (155, 1, 'More about learning to type again'), (156, 8, 'Some thoughts on paper notebooks'),
  (157, 7, 'What I got wrong about a choir rehearsal'), (158, 3, 'A slow year with three days in Porto'), (159, 1, 'In praise of a cat that steals socks'),
  (160, 15, 'Ten notes on the first frost'), (161, 8, 'More about growing tomatoes on a balcony'), (162, 3, 'Some thoughts on planting a hedge'),
  (163, 16, 'What I got wrong about a sourdough that would not rise'), (164, 7, 'A slow year with a broken bicycle chain'), (165, 7, 'In praise of the smell of rain'),
  (166, 11, 'Ten notes on night trains'), (167, 9, 'More about winter swimming'), (168, 5, 'Some thoughts on cheap telescopes'),
  (169, 7, 'What I got wrong about repairing an old radio'), (170, 11, 'A slow year with keeping bees in town'), (171, 22, 'In praise of cooking for twelve'),
  (172, 18, 'Ten notes on the river path'), (173, 9, 'More about reading maps'), (174, 2, 'Some thoughts on moving house'),
  (175, 21, 'What I got wrong about learning to type again'), (176, 3, 'A slow year with paper notebooks'), (177, 5, 'In praise of a choir rehearsal'),
  (178, 3, 'Ten notes on three days in Porto'), (179, 9, 'More about a cat that steals socks'), (180, 7, 'Some thoughts on the first frost');
