CREATE TABLE `lessons` (
	`id` text PRIMARY KEY NOT NULL,
	`intents` text NOT NULL
);

--> statement-breakpoint
CREATE TRIGGER `lessons_no_update` BEFORE UPDATE ON `lessons` BEGIN SELECT RAISE(ABORT, 'what a version was taught never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `lessons_no_delete` BEFORE DELETE ON `lessons` BEGIN SELECT RAISE(ABORT, 'what a version was taught is never deleted'); END;
