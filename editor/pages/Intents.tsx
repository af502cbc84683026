export default function Intents({ chosen }: { chosen: string | null }) {
  return chosen
}
