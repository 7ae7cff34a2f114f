<?php
/**
 * Plugin Name: eHerkenning wizard
 * Description: The shortcode [eh-wizard lang="nl" level="EH3" partner="…"] puts the form on a page with which an organisation applies for eHerkenning.
 * Version: 0.1.0
 * Requires at least: 6.5
 * Requires PHP: 7.4
 * License: EUPL-1.2
 */

defined('ABSPATH') || exit;

/*
 * Where things are: yours to fill in, here or before this in wp-config.php. The sum stands in integrity.json beside the script.
 * Who writes a page cannot change any of these, so applications go nowhere else.
 */
defined('EH_WIZARD') || define('EH_WIZARD', [
    'script' => 'https://cdn.example/eherkenning-wizard/0.1.0/eh-wizard.js',
    'integrity' => 'sha384-…',
    'endpoint' => 'https://intake.example/applications',
    'offer' => 'https://cdn.example/offer.json',
    'catalogue' => 'https://cdn.example/catalogue.json',
]);

/* What the shortcode takes; anything else is left out. Where applications go, and whether the wizard stands in a frame, is for you to say. */
const EH_WIZARD_ATTRIBUTES = [
    'lang', 'level', 'services', 'kvk-number', 'partner', 'storage', 'return-url', 'heading-level', 'instance',
];

add_shortcode('eh-wizard', function ($given) {
    // No version behind the address: the folder is of one version, and the sum of its script.
    wp_enqueue_script_module('eh-wizard', EH_WIZARD['script'], [], null);

    $html = '<eh-wizard';
    foreach (['endpoint', 'offer', 'catalogue'] as $name) {
        $html .= sprintf(' %s="%s"', $name, esc_url(EH_WIZARD[$name]));
    }
    $known = shortcode_atts(array_fill_keys(EH_WIZARD_ATTRIBUTES, ''), $given, 'eh-wizard');
    foreach ($known as $name => $value) {
        if ($value !== '') {
            $html .= sprintf(' %s="%s"', $name, esc_attr($value));
        }
    }
    return $html . '></eh-wizard>';
});

/* WordPress calls the script so; a script by another sum is refused by the browser. */
add_filter('wp_script_attributes', function ($attributes) {
    if (($attributes['id'] ?? '') === 'eh-wizard-js-module') {
        $attributes += ['integrity' => EH_WIZARD['integrity'], 'crossorigin' => 'anonymous'];
    }
    return $attributes;
});
