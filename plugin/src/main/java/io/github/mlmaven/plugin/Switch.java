package io.github.mlmaven.plugin;

/**
 * What decided something of a build.
 *
 * @param text as a person would write or look for it: {@code -Dml.check.skip}
 * @param ofPom whether the module's POM or one of its parents says it
 */
record Switch(String text, boolean ofPom) {

    @Override
    public String toString() {
        return text;
    }
}
