CREATE TABLE `mood_words` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mood_words_position` ON `mood_words` (`position`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `products_position` ON `products` (`position`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`article` text NOT NULL,
	`helpful` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `removed_articles` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `removed_articles_version` ON `removed_articles` (`version`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`row` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`locale` text NOT NULL,
	`wording` text NOT NULL,
	`text` text NOT NULL,
	`count` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`intents` text NOT NULL,
	`article` text,
	`status` text NOT NULL,
	`decision` text,
	`added` integer DEFAULT false NOT NULL,
	`decided_by` text,
	`decided_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_wording` ON `reviews` (`kind`,`locale`,`wording`);--> statement-breakpoint
CREATE INDEX `reviews_inbox` ON `reviews` (`status`,`kind`,`count`);--> statement-breakpoint
CREATE TABLE `synonyms` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `synonyms_position` ON `synonyms` (`position`);--> statement-breakpoint
CREATE TABLE `tallies` (
	`article` text PRIMARY KEY NOT NULL,
	`answered` integer NOT NULL,
	`helpful` integer NOT NULL,
	`unhelpful` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `words` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `words_position` ON `words` (`position`);--> statement-breakpoint
ALTER TABLE `articles` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `articles_position` ON `articles` (`position`);--> statement-breakpoint
CREATE INDEX `articles_version` ON `articles` (`version`);--> statement-breakpoint
CREATE INDEX `intents_position` ON `intents` (`position`);--> statement-breakpoint
CREATE INDEX `offers_position` ON `offers` (`position`);