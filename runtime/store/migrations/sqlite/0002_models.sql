CREATE TABLE `models` (
	`key` text PRIMARY KEY NOT NULL,
	`bytes` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `models_at` ON `models` (`at`);