/** Methods of the types of Python's language: whatever else is asked of a value of that type is another's. */
export const pythonTypeMethods: Readonly<Record<string, ReadonlySet<string>>> = {
  // What `re.compile` gives has the functions of the module as methods.
  re: words('findall finditer fullmatch match search split sub subn'),
  '<**PyStr**>': words(
    `capitalize casefold center count encode endswith expandtabs find format format_map index isalnum
    isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper
    join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust
    rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill`,
  ),
  '<**PyBytes**>': words(
    `capitalize center count decode endswith expandtabs find fromhex hex index isalnum isalpha isascii
    isdigit islower isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix
    removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip
    swapcase title translate upper zfill`,
  ),
  '<**PyList**>': words(`append clear copy count extend index insert pop remove reverse sort`),
  '<**PyDict**>': words(
    `clear copy fromkeys get items keys pop popitem setdefault update values iteritems itervalues
    iterkeys has_key`,
  ),
  '<**PySet**>': words(
    `add clear copy difference difference_update discard intersection intersection_update isdisjoint
    issubset issuperset pop remove symmetric_difference symmetric_difference_update union update`,
  ),
  '<**PyInt**>': words(
    `as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes`,
  ),
  '<**PyFile**>': words(
    `buffer close closed detach encoding errors fileno flush isatty line_buffering name newlines read
    readable readline readlines reconfigure seek seekable tell truncate writable write write_through
    writelines`,
  ),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u));
}
