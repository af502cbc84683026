CREATE TABLE `originals` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`sealed` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `originals_until` ON `originals` (`until`);