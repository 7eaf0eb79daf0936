package io.github.mlmaven.plugin;

/**
 * What decided something of a build.
 *
 * @param text as a person would write or look for it: {@code -Dml.check.skip}
 * @param ofPom whether the module's POM or one of its parents says it
 */
record Switch(String text, boolean ofPom) {

    /**
     * What is said of a goal that it skips.
     *
     * @param makes whether the goal makes what others need, and bring up to date themselves
     */
    String skips(String goal, boolean makes) {
        return "ml:%s is skipped (%s): this build goes without it%s."
                .formatted(goal, text, makes ? ", unless a goal that is not skipped needs what it makes" : "");
    }

    @Override
    public String toString() {
        return text;
    }
}
