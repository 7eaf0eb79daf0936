package io.github.mlmaven.image;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a registry wants to be convinced: the header {@code WWW-Authenticate}, RFC 9110 section 11.6.1.
 *
 * @param scheme in lower case: {@code basic} or {@code bearer}
 * @param parameters such as realm, service and scope, by their names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_]+)=(?:\"([^\"]*)\"|([^,\\s\"]+))");

    Challenge {
        parameters = new TreeMap<>(parameters);
    }

    static Challenge parse(String header) {
        String[] words = header.strip().split("\\s+", 2);
        Map<String, String> parameters = new TreeMap<>();
        Matcher matcher = PARAMETER.matcher(words.length == 2 ? words[1] : "");
        while (matcher.find()) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return new Challenge(words[0].toLowerCase(Locale.ROOT), parameters);
    }
}
