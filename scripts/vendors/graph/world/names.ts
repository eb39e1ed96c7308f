/** First and last names that the generator combines; invented pairs, no real persons meant. */
export const GIVEN_NAMES: readonly [string, ...string[]] = [
  ...(
    'Abigail Adaeze Aidan Alejandra Amara Anders Anika Antonio Aroha Beatriz Ben Bianca Bodhi Caleb Camila Carmen ' +
    'Cedric Chiara Chloe Dalia Damon Daniela Darnell Deepa Desmond Diego Elena Eli Emeka Emma Esra Ethan Fatima Felix ' +
    'Fiona Gabriel Gemma Hana Harriet Hector Hiro Imani Ines Isaac Ivy Jalen Jamila Jasper Jonas Josefina Joy Julian ' +
    'Kai Keiko Khalid Kiran Lakshmi Lars Laila Leon Lucia Luis Magnus Maeve Malik Mariana Marta Mateo Maya Mei Micah ' +
    'Mila Minh Nadia Naomi Nathan Nikhil Nina Noah Octavia Olena Omar Oscar Paloma Patrick Petra Quinn Rafael Ravi ' +
    'Renee Rhea Rohan Rowan Ruth Sadie Salma Samir Sanjay Sasha Selma Simone Sofia Soren Tala Tamika Teodor Theo ' +
    'Thuy Tobias Uma Valentina Veronica Wei Wesley Yara Yusuf Zainab Zoe'
  ).split(' '),
] as [string, ...string[]];

export const SURNAMES: readonly [string, ...string[]] = [
  ...(
    'Abernathy Adeyemi Aguilar Ahmadi Alvarado Andersson Arslan Ashby Baptiste Barros Becker Bellamy Benning Bhatt ' +
    'Boateng Bowers Bradshaw Brennan Caldwell Cardenas Castellano Chaudhry Chen Clarke Costa Cowan Dang Delacroix ' +
    'Desai Diallo Dominguez Duarte Dunne Eklund Ellison Espinoza Faulkner Ferreira Fitzgerald Fontaine Gallagher ' +
    'Garza Ghosh Gorski Graham Guerrero Haddad Hale Hansen Hashimoto Hayward Hoang Hollis Ibarra Ibrahim Ingram ' +
    'Iversen Jankowski Jimenez Kaminski Kapoor Katz Keane Khoury Kowalczyk Kruger Lachance Lam Larsen Leclerc Lindgren ' +
    'Lombardi Maddox Mahmoud Marchetti Mbeki McKenna Medina Mehta Mercer Molina Moreau Nakamura Navarro Ndiaye Nguyen ' +
    'Novak Obrien Okafor Olsen Ortega Osman Park Pereira Petrov Pham Pryor Quigley Ramirez Rasmussen Reyes Rinaldi ' +
    'Rosenthal Rowe Sandoval Sato Schreiber Shapiro Siddiqui Silva Sorensen Stanton Suzuki Takahashi Tanaka Thornton ' +
    'Tran Underwood Valdez Vance Vasquez Verma Vogel Walsh Weber Whitaker Wolfe Yamada Yilmaz Zapata Zielinski'
  ).split(' '),
] as [string, ...string[]];

/** Mail domains that guests come from; all reserved names. */
export const GUEST_DOMAINS: readonly [string, ...string[]] = [
  'riverbend-foundation.example',
  'willamette-grants.example',
  'cascade-volunteers.example',
  'salem-pantry.example',
  'mapleworks.example',
  'northfork-media.example',
];

/** The mail nickname of a name: lower-case ASCII letters and digits, words joined by `separator`. */
export function nickname(name: string, separator = '.'): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(separator);
}
