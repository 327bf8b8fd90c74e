let place: HTMLElement | undefined

/** Says something that a screen reader tells while the focus stays where it is (WCAG 2.2, 4.1.3). */
export function say(message: string): void {
  if (!place) {
    place = document.createElement('p')
    place.className = 'unseen'
    place.setAttribute('role', 'status')
    document.body.append(place)
  }
  place.textContent = message
}
