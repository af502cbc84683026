import {
  IconArrowsSplit2,
  IconBellRinging,
  IconBook2,
  IconBulb,
  IconFlag,
  IconForms,
  IconHeadset,
  IconHelpSquareRounded,
  IconMessage,
  IconMoodSad,
  IconPlayerPlay,
  IconShieldCheck,
  IconSitemap,
  IconTicket,
  IconTruckDelivery,
  IconVariable,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { NodeGroup } from '../../nodes/define.ts'
import styles from './Icon.module.css'

/** Icons that node types name, one import each so that the rest of the set stays out of the page. */
const icons: Record<string, ComponentType<{ size?: number; stroke?: number }>> = {
  'arrows-split-2': IconArrowsSplit2,
  'bell-ringing': IconBellRinging,
  'book-2': IconBook2,
  bulb: IconBulb,
  flag: IconFlag,
  forms: IconForms,
  headset: IconHeadset,
  message: IconMessage,
  'mood-sad': IconMoodSad,
  'player-play': IconPlayerPlay,
  'shield-check': IconShieldCheck,
  sitemap: IconSitemap,
  ticket: IconTicket,
  'truck-delivery': IconTruckDelivery,
  variable: IconVariable,
}

/** A node type's icon on the soft square of its group. */
export function TypeIcon({ icon, group, size = 24 }: { icon: string; group: NodeGroup; size?: number }) {
  const Drawn = icons[icon] ?? IconHelpSquareRounded
  return (
    <span className={styles.square} data-group={group} style={{ width: size, height: size }} aria-hidden>
      <Drawn size={Math.round(size * 0.66)} stroke={1.75} />
    </span>
  )
}
