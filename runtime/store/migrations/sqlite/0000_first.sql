CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`target` text NOT NULL,
	`detail_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_details` (
	`seq` integer PRIMARY KEY NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `budgets` (
	`offer_id` text PRIMARY KEY NOT NULL,
	`claimed` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `claims` (
	`offer_id` text NOT NULL,
	`key` text NOT NULL,
	`visitor_id` text NOT NULL,
	`nth` integer NOT NULL,
	`code` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`offer_id`, `key`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_visitor` ON `claims` (`offer_id`,`visitor_id`,`nth`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`visitor_id` text NOT NULL,
	`channel` text NOT NULL,
	`entry` text NOT NULL,
	`locale` text NOT NULL,
	`flow` text NOT NULL,
	`pins` text NOT NULL,
	`owner` text NOT NULL,
	`state` text NOT NULL,
	`seq` integer NOT NULL,
	`version` integer NOT NULL,
	`profile` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`queued_at` integer
);
--> statement-breakpoint
CREATE INDEX `conversations_queue` ON `conversations` (`queued_at`,`id`) WHERE queued_at is not null;--> statement-breakpoint
CREATE TABLE `edits` (
	`flow_id` text NOT NULL,
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`base` integer NOT NULL,
	`operations` text NOT NULL,
	`author` text NOT NULL,
	`author_name` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`flow_id`, `revision`),
	FOREIGN KEY (`flow_id`) REFERENCES `flows`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `edits_id` ON `edits` (`flow_id`,`id`);--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`flow_id` text NOT NULL,
	`name` text NOT NULL,
	`look` text NOT NULL,
	`origins` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `flows` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`base` text NOT NULL,
	`document` text NOT NULL,
	`revision` integer NOT NULL,
	`live_number` integer,
	`live_version_id` text,
	`live_revision` integer,
	`published_at` integer,
	`archived` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `intents` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`due` integer NOT NULL,
	`payload` text NOT NULL,
	`conversation_id` text,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`due`) WHERE status in ('waiting', 'claimed');--> statement-breakpoint
CREATE INDEX `jobs_dead` ON `jobs` (`due`) WHERE status = 'dead';--> statement-breakpoint
CREATE TABLE `journal` (
	`conversation_id` text NOT NULL,
	`key` text NOT NULL,
	`answer` text,
	PRIMARY KEY(`conversation_id`, `key`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `measures` (
	`row` integer PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`node` text,
	`value` real,
	`detail` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`sender` text NOT NULL,
	`at` text NOT NULL,
	`content` text NOT NULL,
	`meta` text,
	`client_id` text,
	PRIMARY KEY(`conversation_id`, `seq`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_client` ON `messages` (`conversation_id`,`client_id`) WHERE client_id is not null;--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `turns` (
	`conversation_id` text NOT NULL,
	`client_id` text NOT NULL,
	`body_hash` text NOT NULL,
	`status` text NOT NULL,
	`inbound_seq` integer NOT NULL,
	`first_seq` integer,
	`last_seq` integer,
	`accepted_at` integer NOT NULL,
	`done_at` integer,
	`trace` text,
	PRIMARY KEY(`conversation_id`, `client_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `turns_pending` ON `turns` (`conversation_id`,`inbound_seq`) WHERE status = 'pending';--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`role` text DEFAULT 'analyst' NOT NULL,
	`disabled` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`flow_id` text NOT NULL,
	`number` integer NOT NULL,
	`bytes` text NOT NULL,
	`sha256` text NOT NULL,
	`revision` integer NOT NULL,
	`intents` text NOT NULL,
	`published_by` text NOT NULL,
	`at` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`flow_id`) REFERENCES `flows`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_number` ON `versions` (`flow_id`,`number`);