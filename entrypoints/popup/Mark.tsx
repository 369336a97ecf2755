/** Our mark, in the colour of the text around it. */
export function Mark() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d="M2 14 8 8h5l5-5M5 11v7M11 8v10M16 5v13" />
    </svg>
  );
}
