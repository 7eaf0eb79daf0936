// Runs a declarative Jenkinsfile without Jenkins: sections run what is in them, steps are written down. A section or step
// that Jenkins does not know, or a name that a step does not take, is an error.
// usage: check.groovy <Jenkinsfile>

abstract class Recorder extends Script {
    static final SECTIONS = [
        pipeline: ['agent', 'options', 'environment', 'stages', 'post'],
        options: ['timeout', 'disableConcurrentBuilds'],
        environment: [],
        stages: ['stage'],
        stage: ['steps'],
        steps: ['sh'],
        post: ['always'],
        always: ['junit', 'archiveArtifacts'],
    ]
    static final STEPS = [
        agent: [],
        timeout: ['time', 'unit'],
        disableConcurrentBuilds: [],
        sh: [],
        junit: ['testResults', 'allowEmptyResults'],
        archiveArtifacts: ['artifacts', 'allowEmptyArchive'],
    ]

    List<String> place = []
    List<String> steps = []

    def getProperty(String name) {
        name in ['any', 'none'] ? name : super.getProperty(name)
    }

    void setProperty(String name, value) {
        if (place && place.last() == 'environment') steps << "environment ${name}=${value}".toString()
        else super.setProperty(name, value)
    }

    def invokeMethod(String name, args) {
        def allowed = place ? SECTIONS[place.last()] : ['pipeline']
        if (!(name in allowed)) throw new IllegalArgumentException("'$name' is not allowed in ${place ?: 'a Jenkinsfile'}")
        def given = args as List
        if (SECTIONS.containsKey(name)) {
            place << name
            (given.last() as Closure)()
            place.removeLast()
        } else {
            def names = given && given[0] instanceof Map ? given[0].keySet() : []
            def unknown = names - STEPS[name]
            if (unknown) throw new IllegalArgumentException("'$name' takes no $unknown")
            steps << "$name ${given ? given[0] : ''}".toString()
        }
        null
    }
}

def file = new File(args[0])
def config = new org.codehaus.groovy.control.CompilerConfiguration(scriptBaseClass: Recorder.name)
Recorder script = new GroovyShell(this.class.classLoader, new Binding(), config).parse(file)
script.run()
def missing = ['environment CI=true', 'sh mvn -B -ntp verify'] - script.steps
if (missing) throw new IllegalStateException("$file does not do $missing, only $script.steps")
println "ok $file: ${script.steps}"
