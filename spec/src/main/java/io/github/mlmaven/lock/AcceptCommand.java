package io.github.mlmaven.lock;

/**
 * What a person types to accept a model: every message that advises it says the command of the model that it is about.
 *
 * @param text for a shell: {@code mvn ml:accept -Dml.spec=src/main/ml/small.yaml -Dml.classifier=small}
 */
public record AcceptCommand(String text) {

    /** For the only model of a project. */
    public static final AcceptCommand ONLY = new AcceptCommand("mvn ml:accept");

    /** What a person types to call another goal for the same model. */
    public String of(String goal) {
        return text.replaceFirst("ml:accept", "ml:" + goal);
    }

    @Override
    public String toString() {
        return text;
    }
}
