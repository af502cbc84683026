CREATE TABLE `spent` (
	`id` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `spent_until` ON `spent` (`until`);--> statement-breakpoint
CREATE INDEX `jobs_done` ON `jobs` (`due`) WHERE status = 'done';