// Nothing in the repository names the machine that it was written on or where packages come from.

// Whole paths only: a link in a text may well contain such a word further on.
const machinePath = /(?<![\w.~)}\]/])\/(?:work|root|home\/\w+)\//;
const packageHost = /\b(?:registry|mirror|mirrors|deb|ftp|snapshot|packages|archive|pypi|proxy|dl)\.[a-z0-9.-]+\.(?:org|com|io|net|dev)\b/;
const rules = [
  { pattern: machinePath, says: 'names a path of one machine' },
  { pattern: packageHost, says: 'names the host of a package registry' },
];
const texts = /^assets\/|^tests\/golden\//;

export function checkPrivacy(files) {
  return files
    .filter(({ path }) => !texts.test(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) =>
        rules
          .filter(({ pattern }) => pattern.test(line))
          .map(({ says }) => `${path}:${index + 1}: ${says}`),
      ),
    );
}
