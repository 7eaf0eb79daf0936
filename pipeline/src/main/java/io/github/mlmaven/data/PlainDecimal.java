package io.github.mlmaven.data;

/** The grammar of {@link DecimalText} over bytes. */
final class PlainDecimal {

    private PlainDecimal() {}

    static boolean isDecimal(byte[] bytes, int from, int to) {
        int at = sign(bytes, blanks(bytes, from, to), to);
        int whole = digits(bytes, at, to);
        int digits = whole - at;
        at = whole;
        if (at < to && bytes[at] == '.') {
            int fraction = digits(bytes, at + 1, to);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < to && (bytes[at] | 0x20) == 'e') {
            int power = sign(bytes, at + 1, to);
            at = digits(bytes, power, to);
            if (at == power) {
                return false;
            }
        }
        return blanks(bytes, at, to) == to;
    }

    private static int blanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
            at++;
        }
        return at;
    }

    private static int sign(byte[] bytes, int at, int to) {
        return at < to && (bytes[at] == '+' || bytes[at] == '-') ? at + 1 : at;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }
}
