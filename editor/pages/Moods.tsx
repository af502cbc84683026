export default function Moods() {
  return null
}
